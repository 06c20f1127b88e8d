async def load(key, limit=10):
    return [key] * limit


async def use(client):
    first = await load(client)
    return first
