async def load():
    return dict(a=1)


async def twice():
    page = 1
    del page
    page = await load()
    return page
