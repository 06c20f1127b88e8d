cache = {"key": 1}


async def fetch() -> dict[str, int]:
    return cache


async def use():
    return (await fetch())["key"]
