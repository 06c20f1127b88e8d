async def load(*args):
    return args


async def fill(a):
    await load(a)
    try:
        load(a)
    except Exception:
        pass
    print(); await load(
        a
)
