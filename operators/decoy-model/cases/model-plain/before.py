from pydantic import BaseModel


class Other(BaseModel):
    pass


async def fetch() -> dict[str, int]:
    return {"key": 1}


async def key() -> int:
    return (await fetch())["key"]
