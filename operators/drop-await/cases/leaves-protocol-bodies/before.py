from typing import Protocol


async def f(x):
    print(x)


class Store(Protocol):
    async def save(self, item: int) -> None:
        await f(item)
