async def load():
    return dict(a=1)


async def warm_up():
    ready = await load()
    _, total = await load(), 1
    return True
