def dict(value):
    return value


async def fetch():
    return {"key": 1}


async def use():
    return (await fetch())["key"]
