async def load(*args):
    return args


async def fill(a):
    if a[1:2]:
        try:
            load({1: 2}, ":")
        except Exception:
            pass
    if a == ":":    print(1);await load(lambda: 1)
