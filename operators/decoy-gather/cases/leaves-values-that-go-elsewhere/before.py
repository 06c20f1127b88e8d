import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    print(await load("a"))
    first, *rest = await load("b")
    one = two = await load("c")
    typed: list = await load("d")
    if await load("e"):
        return await load("f")
    return [await load(key) for key in keys], first, rest, one, two, typed
