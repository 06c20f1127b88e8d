class Store:
    async def load(self) -> dict[str, int]:
        result = {"key": 1}
        self.last = result
        return result

    async def use(self):
        return (await self.load())["key"]