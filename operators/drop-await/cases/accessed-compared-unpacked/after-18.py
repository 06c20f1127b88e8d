async def f(*args):
    print(*args)
    return args


async def main():
    a, *b = await f(1)
    print((await f(2)).count(1), (await f(3))[0], (await f(4))())
    if 1 in await f(5) or await f(6) == (6,):
        print([*await f(7)], {**await f(8)})
    for x in await f(9):
        yield await f(x)
    print(*await f(10), k=await f(11), **await f(12))
    del (await f(13))[0]
    (await f(14))[0] = await f(15)
    raise await f(16) from f(17)
