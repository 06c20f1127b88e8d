async def load(*args):
    return args


async def fill(a): print(1); await load(a);