async def load(key, limit=10):
    return [key] * limit


async def use(client):
    for item in await load(client):
        print(item)
