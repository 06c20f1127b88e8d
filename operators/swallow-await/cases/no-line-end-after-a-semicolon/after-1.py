async def load(*args):
    return args


async def fill(a):
    print(1)
    try:
        load(a);
    except Exception:
        pass