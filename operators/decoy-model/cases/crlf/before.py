from pydantic import BaseModel


class Other(BaseModel):
    x: int


async def load() -> dict[str, int]:
    return {
        "x": 1,
    }


async def use():
    return (await load())["x"]