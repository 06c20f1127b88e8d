import os as pydantic

BaseModel = None


async def fetch() -> dict[str, int]:
    return {"key": 1}


async def use():
    return (await fetch())["key"]
