async def f(*args):
    print(*args)
    return args


async def main(xs):
    a = [f(x) for x in xs]
    b = {await f(x): await f(-x) for x in await f(*xs) if await f(x, x)}
    c = {x for x in xs for y in await f(x) if y}
    return a, b, c, [[await f(x, y) for y in xs] for x in xs]
