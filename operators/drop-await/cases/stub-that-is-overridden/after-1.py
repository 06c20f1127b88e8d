class Tool:
    async def on_start(self):
        """Nothing by default."""

    async def run(self):
        self.on_start()


class Shell(Tool):
    async def on_start(self):
        print("start")
