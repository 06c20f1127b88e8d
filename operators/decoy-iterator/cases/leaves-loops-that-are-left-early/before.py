async def load(key, limit=10):
    return [key] * limit


async def use(key):
    for item in await load("a"):
        if item:
            break
    for item in await load("b"):
        yield item
    for item in await load("c"):
        if not item:
            raise ValueError(key)
