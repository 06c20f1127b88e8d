class Box:
    async def load(self):
        return 1

    async def fill(self, table):
        self.value = await self.load()
        table[await self.load()] = self.value
        self.total: int = await self.load()
        try:
            self.total += self.load()
        except Exception:
            pass
        return self.value, table
