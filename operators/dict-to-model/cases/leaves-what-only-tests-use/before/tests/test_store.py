from store import fetch


async def use():
    return (await fetch())["key"]
