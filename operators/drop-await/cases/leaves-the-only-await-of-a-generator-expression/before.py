async def f(x):
    print(x)
    return x


async def consume(values):
    return [value async for value in values]


async def main(xs):
    first = (await f(x) for x in xs)
    tested = (x for x in xs if await f(x))
    return first, tested, consume(await f(x) for x in xs)
