async def fetch() -> dict[str, int]:
    return {"key": 1}


handlers = {"fetch": fetch}


async def use():
    return (await fetch())["key"]
