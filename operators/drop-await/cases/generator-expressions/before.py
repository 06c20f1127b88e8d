async def f(*args):
    print(*args)
    return args


async def main(xs, ys):
    first = (x for x in await f(*xs))
    two = (await f(x) for x in xs if await f(-x))
    still = (await f(x) async for x in ys)
    listed = [x async for x in (await f(x) for x in xs if [await f(y) for y in xs])]
    return first, two, still, listed
