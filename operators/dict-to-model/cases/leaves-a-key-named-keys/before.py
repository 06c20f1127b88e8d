async def fetch() -> dict[str, int]:
    return {"key": 1, "keys": 2}


async def use():
    return (await fetch())["key"]
