async def load(*args):
    return args


async def fill(a):
    print(1); await load(1); print(2)
    await load(2); print(3)  # why
    print(4);  x = await load(3);  # because
    print(x)
    try:
        load(4)
    except Exception:
        pass
    await load(
        5); print(5)
