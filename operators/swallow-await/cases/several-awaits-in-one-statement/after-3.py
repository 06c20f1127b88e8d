async def load(*args):
    return args


async def fill(a):
    x = None
    try:
        x = await load(await load(1), load(2))
    except Exception:
        pass
    return x
