async def load(key, limit=10):
    return [key] * limit


async def use(flag):
    if flag:
        return 1
    elif await load("a"):
        return 2
    return 3
