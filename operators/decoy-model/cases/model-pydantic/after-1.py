from pydantic import BaseModel


class Fetch(BaseModel, extra="allow"):
    """What fetch gives."""

    key: int


async def fetch() -> Fetch:
    return Fetch(key=1)


async def key() -> int:
    return dict(await fetch())["key"]
