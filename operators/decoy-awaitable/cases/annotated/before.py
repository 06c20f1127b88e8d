from typing import Any


class Store:
    async def load(self, key: str) -> Any:
        return key

    async def use(self) -> Any:
        return await self.load("a")

    async def plain(self):
        return await self.load("b")
