async def load(*args):
    return args


async def fill(a):
        try:
        load(a)
    except Exception:
        pass
    await load(
        a)


async def fill_too(a):
    await load(a)
