from collections.abc import AsyncIterator, Awaitable, Iterable
from typing import TypeVar

async def load(key: str) -> list[str]:
    return [key]


T = TypeVar("T")


async def iterate(awaited: Awaitable[Iterable[T]]) -> AsyncIterator[T]:
    """Each of the things that are awaited."""
    for item in await awaited:
        yield item


async def use() -> None:
    async for item in iterate(load("a")):
        print(item)
