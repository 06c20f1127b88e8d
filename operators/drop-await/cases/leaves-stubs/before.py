async def passes():
    pass


async def documented():
    """Nothing yet."""


async def dots(): ...


async def documented_dots():
    """Nothing yet."""
    ...


class Tool:
    async def on_start(self):
        """Nothing by default."""

    async def on_end(self):
        pass

    async def run(self):
        await self.on_start()
        await self.on_end()


async def main():
    await passes()
    await documented()
    await dots()
    await documented_dots()
    await Tool().on_start()
