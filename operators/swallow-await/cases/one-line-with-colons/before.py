async def load(*args):
    return args


async def fill(a):
    if a[1:2]: await load({1: 2}, ":")
    if a == ":":    print(1);await load(lambda: 1)
