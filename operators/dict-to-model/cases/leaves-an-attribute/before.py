class Store:
    def __init__(self):
        self.cache = {"key": 1}

    async def load(self) -> dict[str, int]:
        return self.cache

    async def use(self):
        return (await self.load())["key"]