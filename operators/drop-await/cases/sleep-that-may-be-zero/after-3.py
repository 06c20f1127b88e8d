import asyncio


async def main(delay):
    await asyncio.sleep(delay)
    await asyncio.sleep(0 or delay)
    asyncio.sleep(1)
    await asyncio.sleep(0.001)
