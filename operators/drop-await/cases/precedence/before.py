async def f(*args):
    print(*args)
    return args


async def main():
    a = await f(1) ** 2
    b = -await f(2) ** -await f(3)
    c = not await f(4)
    return a, b, c, await f(5) + await f(6), (await f(7))[0], lambda: f(8)
