async def load(key, limit=10):
    return [key] * limit


async def use(keys):
    some = any(item for item in await load("a"))
    return [[item for item in await load(key)] for key in keys], some
