async def load(*args):
    return args


async def fill(a):
        await load(a)
    await load(
        a)


async def fill_too(a):
    try:
        load(a)
    except Exception:
        pass
