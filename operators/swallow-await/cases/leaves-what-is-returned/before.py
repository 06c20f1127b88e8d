async def load():
    return dict(a=1)


async def both(flag):
    if flag:
        return await load(), 1
    return await load()
