import asyncio


async def use(event, task):
    await asyncio.sleep(0)
    await task
    await asyncio.gather(event.wait())
