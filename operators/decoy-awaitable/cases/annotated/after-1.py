from collections.abc import Awaitable, Generator
from typing import Any, Generic, TypeVar


T = TypeVar("T")


class Deferred(Generic[T]):
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine: Awaitable[T]) -> None:
        self._coroutine = coroutine

    def __await__(self) -> Generator[Any, None, T]:
        return self._coroutine.__await__()


class Store:
    async def load(self, key: str) -> Any:
        return key

    async def use(self) -> Any:
        return await Deferred(self.load("a"))

    async def plain(self):
        return await self.load("b")
