import typing
from collections.abc import Awaitable as Given

T = typing.TypeVar("T")
Deferred = Given[T]


async def load(key: str) -> str:
    return key


# Uses it.
async def use() -> str:
    return await load("a")
