cache = None


async def load():
    return dict(a=1)


async def fill():
    global cache
    try:
        cache = load()
    except Exception:
        pass
    count = 0

    async def step():
        nonlocal count
        count = await load()
        return count

    await step()
    return cache, count
