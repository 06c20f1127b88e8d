class Outer:
    async def __aenter__(self):
        await self.open()
        return self

    async def __aexit__(self, *exc):
        self.close()

    async def __call__(self):
        async with self:
            async for x in self.items():
                await self(x)

    async def open(self):
        print("open")

    async def close(self):
        print("close")

    async def items(self):
        yield await self.open()
