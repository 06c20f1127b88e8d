async def load(*args):
    return args


async def fill(a):
    x = None
    try:
        x = load(await load(1), await load(2))
    except Exception:
        pass
    return x
