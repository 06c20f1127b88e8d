async def load(*args):
    return args


async def fill(a):
    print(1)
    try:
        load(1)
    except Exception:
        pass
    print(2)
    await load(2); print(3)  # why
    print(4);  x = await load(3);  # because
    print(x); await load(4); await load(
        5); print(5)
