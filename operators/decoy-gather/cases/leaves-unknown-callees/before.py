import asyncio


async def use(reader):
    lock = asyncio.Lock()
    await reader.read(lock)
