async def load(*args):
    return args


async def fill(a):
    await load(a)
    await load(a)
    print(); await load(
        a
)
