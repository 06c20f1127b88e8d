def asyncio():
    return None


async def load(key):
    return key


async def use(key):
    await load(key)
