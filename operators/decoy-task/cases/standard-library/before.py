import asyncio


async def use(reader):
    await asyncio.sleep(1)
    return reader
