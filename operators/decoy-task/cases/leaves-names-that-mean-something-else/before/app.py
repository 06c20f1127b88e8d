async def load(key):
    return key


async def use(key, asyncio):
    return await load(key)
