async def load(*args):
    return args


async def fill(a):
    try:
        load(a)  # last
    except Exception:
        pass