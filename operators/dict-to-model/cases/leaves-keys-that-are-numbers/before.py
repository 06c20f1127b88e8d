async def fetch():
    return {"key": 1, 2: 3}


async def use():
    return (await fetch())["key"]
