from .base import Tool


class Shell(Tool):
    async def on_start(self):
        print("start")
