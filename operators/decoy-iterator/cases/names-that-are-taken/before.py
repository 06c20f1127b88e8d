async def load(key, limit=10):
    return [key] * limit


async def use(iterate: int, T):
    for item in await load("a"):
        print(item, iterate, T)
