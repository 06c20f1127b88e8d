import asyncio


async def use(reader, client):
    lock = asyncio.Lock()
    await reader.read(lock)
    return await client()
