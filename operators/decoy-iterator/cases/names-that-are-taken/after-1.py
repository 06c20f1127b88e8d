from collections.abc import AsyncIterator, Awaitable, Iterable
from typing import TypeVar

async def load(key, limit=10):
    return [key] * limit


T_Item = TypeVar("T_Item")


async def iterate_awaited(awaited: Awaitable[Iterable[T_Item]]) -> AsyncIterator[T_Item]:
    """Each of the things that are awaited."""
    for item in await awaited:
        yield item


async def use(iterate: int, T):
    async for item in iterate_awaited(load("a")):
        print(item, iterate, T)
