from typing import Any

from pydantic import BaseModel


class Other(BaseModel):
    pass


class Fetch(BaseModel, extra="allow"):
    """What fetch gives."""

    other: Any


async def fetch() -> "Fetch":
    return Fetch(other=Other())


async def raw() -> r'dict[str, int]':
    return {"other": 1}


async def other() -> Other:
    print((await raw())["other"])
    return (fetch())["other"]
