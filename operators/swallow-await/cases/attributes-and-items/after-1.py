class Box:
    async def load(self):
        return 1

    async def fill(self, table):
        try:
            self.value = self.load()
        except Exception:
            pass
        table[await self.load()] = self.value
        self.total: int = await self.load()
        self.total += await self.load()
        return self.value, table
