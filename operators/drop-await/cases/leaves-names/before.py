import asyncio


async def f():
    print()


class Holder:
    def __init__(self, future):
        self.ready = future
        self.tasks = [future]

    async def main(self, coroutine):
        await coroutine
        await self.ready
        await self.tasks[0]
        task = asyncio.create_task(f())
        await task
        (await (coroutine))
        return await self.ready or await coroutine
