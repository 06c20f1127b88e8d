async def load(*args):
    return args


async def fill(a):
    await load(a)  # amiss: ignore[swallow-await] it is logged
    await load(a)  # amiss: ignore[drop-await]
