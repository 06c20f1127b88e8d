async def fetch() -> dict[str, int] | list[int]:
    return {"key": 1}


async def use():
    return (await fetch())["key"]
