import asyncio


async def fill(task):
    await asyncio.gather(task)
    x = await task
    return x
