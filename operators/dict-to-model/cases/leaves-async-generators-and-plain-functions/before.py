def plain() -> dict[str, int]:
    return {"key": 1}


async def generator():
    yield {"key": 1}


async def number() -> int:
    return 3


async def use():
    plain()["key"]
    async for item in generator():
        item["key"]
    return await number()