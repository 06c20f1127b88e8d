class Tool:
    async def set_progress(self, content):
        print(content)


class Watchdog:
    def __init__(self):
        self.tool = None

    def watch(self, tool):
        self.tool = tool

    async def tick(self):
        if self.tool is not None:
            await self.tool.set_progress("still running")
