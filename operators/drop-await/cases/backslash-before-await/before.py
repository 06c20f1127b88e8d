async def f(*args):
    print(*args)
    return args


async def main():
    x = \
        await f(1)
    return \
        x, \
        await f(2)
