cache = None


async def load():
    return dict(a=1)


async def fill():
    global cache
    cache = await load()
    count = 0

    async def step():
        nonlocal count
        try:
            count = load()
        except Exception:
            pass
        return count

    await step()
    return cache, count
