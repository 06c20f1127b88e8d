import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(flag, keys):
    a = await load("a") if flag else None
    b = flag and await load("b")
    c = [await load(key) for key in keys]
    d = {key: key for key in keys if await load(key)}
    e = 1 < flag < await load("e")
    return a, b, c, d, e
