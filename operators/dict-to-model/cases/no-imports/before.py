async def fetch():
    return {"key": 1}


async def key():
    return (await fetch())["key"]
