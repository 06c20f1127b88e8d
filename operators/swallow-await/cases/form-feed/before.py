async def load(*args):
    return args


async def fill(a):
        await load(a)
    await load(
        a)


async def fill_too(a):
    await load(a)
