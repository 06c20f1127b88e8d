class Box:
    async def load(self):
        return 1

    async def fill(self, table):
        self.value = await self.load()
        table[await self.load()] = self.value
        self.total: int = await self.load()
        self.total += await self.load()
        return self.value, table
