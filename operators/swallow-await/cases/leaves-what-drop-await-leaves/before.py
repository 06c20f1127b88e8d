import asyncio


async def empty():
    pass


async def fill(task):
    await asyncio.sleep(0)
    await asyncio.gather(task)
    await task
    await empty()
