async def load(key, limit=10):
    return [key] * limit


async def use(key):
    return await load(key)
