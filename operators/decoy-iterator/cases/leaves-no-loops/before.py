async def load(key, limit=10):
    return [key] * limit


async def use(keys):
    for key in list(await load("a")):
        print(key, await load(key))
    async for item in await load("b"):
        print(item)
    return [item for key in keys for item in sorted(await load(key))]
