async def fetch(names):
    return {name: 1 for name in names}


async def use():
    return (await fetch())["key"]
