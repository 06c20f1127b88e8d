from typing import Any

from pydantic import BaseModel


class Other(BaseModel):
    pass


async def fetch() -> "dict[str, Other]":
    return {"other": Other()}


class Raw(BaseModel, extra="allow"):
    """What raw gives."""

    other: Any


async def raw() -> r'Raw':
    return Raw(other=1)


async def other() -> Other:
    print((raw())["other"])
    return (await fetch())["other"]
