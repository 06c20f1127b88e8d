class Tool:
    async def on_start(self):
        """Nothing by default."""

    async def run(self):
        await self.on_start()
