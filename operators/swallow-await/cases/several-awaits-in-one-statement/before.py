async def load(*args):
    return args


async def fill(a):
    x = await load(await load(1), await load(2))
    return x
