async def load(*args):
    return args


async def fill(a):
    await load(a)