async def f(*args):
    print(*args)
    return args


async def main():
    x = \
        f(1)
    return \
        x, \
        await f(2)
