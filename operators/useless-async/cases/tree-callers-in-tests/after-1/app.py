class Counter:
    def __init__(self):
        self.n = 0

    async def add(self, by):
        self.n += by
        return self.n

    async def twice(self, by):
        await self.add(by)
        return await self.add(by)
