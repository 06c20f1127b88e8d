import asyncio


async def other():
    async with asyncio.Lock():
        return 1
