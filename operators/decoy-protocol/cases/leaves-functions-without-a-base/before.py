import asyncio


def load(key):
    return key


async def use():
    await asyncio.sleep(1)
    return load("a")
