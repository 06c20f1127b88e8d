async def load(key, limit=10):
    return [key] * limit


async def use(client):
    coro = load(client)
    first = await coro
    return first