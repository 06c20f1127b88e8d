async def load(*args):
    return args


async def fill(a):
    print(1); await load(1); print(2)
    await load(2); print(3)  # why
    print(4)
    x = None
    try:
        x = load(3);  # because
    except Exception:
        pass
    print(x); await load(4); await load(
        5); print(5)
