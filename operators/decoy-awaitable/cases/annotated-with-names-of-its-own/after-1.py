import typing
from collections.abc import Awaitable as Given, Generator

T = typing.TypeVar("T")
Deferred = Given[T]


async def load(key: str) -> str:
    return key


T_Awaited = typing.TypeVar("T_Awaited")


class DeferredCall(typing.Generic[T_Awaited]):
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine: Given[T_Awaited]) -> None:
        self._coroutine = coroutine

    def __await__(self) -> Generator[typing.Any, None, T_Awaited]:
        return self._coroutine.__await__()


# Uses it.
async def use() -> str:
    return await DeferredCall(load("a"))
