async def load(*args):
    return args


async def fill(a):
    print(1); await load(1); print(2)
    await load(2); print(3)  # why
    print(4);  x = await load(3);  # because
    print(x); await load(4)
    try:
        load(
            5)
    except Exception:
        pass
    print(5)
