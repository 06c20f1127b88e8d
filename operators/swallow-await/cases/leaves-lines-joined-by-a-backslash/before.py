async def load():
    return dict(a=1)


async def fill(flag):
    if flag: \
        await load()
    \
    await load()
