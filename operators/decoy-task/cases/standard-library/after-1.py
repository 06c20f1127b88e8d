import asyncio


async def use(reader):
    task = asyncio.create_task(asyncio.sleep(1))
    await task
    return reader
