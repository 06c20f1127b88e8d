async def fetch() -> dict[str, int]:
    return {"key": 1, "get": 2}


async def use():
    return (await fetch())["key"]
