cache = None


async def load():
    return dict(a=1)


async def fill():
    global cache
    cache = await load()
    count = 0

    async def step():
        nonlocal count
        count = await load()
        return count

    await step()
    return cache, count
