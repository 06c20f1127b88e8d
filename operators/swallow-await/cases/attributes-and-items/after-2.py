class Box:
    async def load(self):
        return 1

    async def fill(self, table):
        self.value = await self.load()
        try:
            table[self.load()] = self.value
        except Exception:
            pass
        self.total: int = await self.load()
        self.total += await self.load()
        return self.value, table
