import asyncio


async def main(delay):
    asyncio.sleep(delay)
    await asyncio.sleep(0 or delay)
    await asyncio.sleep(1)
    await asyncio.sleep(0.001)
