from typing import Any


class Deferred:
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()


class Store:
    async def load(self, key: str) -> Any:
        return key

    async def use(self) -> Any:
        return await self.load("a")

    async def plain(self):
        return await Deferred(self.load("b"))
