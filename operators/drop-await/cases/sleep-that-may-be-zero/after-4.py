import asyncio


async def main(delay):
    await asyncio.sleep(delay)
    await asyncio.sleep(0 or delay)
    await asyncio.sleep(1)
    asyncio.sleep(0.001)
