class Box:
    async def load(self):
        return 1

    async def fill(self, table):
        self.value = await self.load()
        table[await self.load()] = self.value
        try:
            self.total: int = self.load()
        except Exception:
            pass
        self.total += await self.load()
        return self.value, table
