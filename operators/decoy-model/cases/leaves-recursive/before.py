async def fetch(depth=0) -> dict[str, int]:
    if depth:
        return {"key": (await fetch(depth - 1))["key"]}
    return {"key": 1}


async def use():
    return (await fetch())["key"]
