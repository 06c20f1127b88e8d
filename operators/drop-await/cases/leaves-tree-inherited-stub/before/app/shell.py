from .base import Tool


class Shell(Tool):
    async def run(self):
        await self.on_start()
