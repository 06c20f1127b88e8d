async def load(key, limit=10):
    return [key] * limit


async def use(flag):
    if flag: await load("a")
    flag = 1; await load("b")
    if flag:\
        await load("c")
