async def load(key, limit=10):
    return [key] * limit


async def use(flag):
    for item in await (load("a") if flag else load("b")):
        print(item)
    for item in await (load("c")):
        print(item)
