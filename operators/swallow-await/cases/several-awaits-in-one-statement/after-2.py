async def load(*args):
    return args


async def fill(a):
    x = None
    try:
        x = await load(load(1), await load(2))
    except Exception:
        pass
    return x
