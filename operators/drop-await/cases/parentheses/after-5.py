async def f(*args):
    print(*args)
    return args


async def main():
    (await f(1))
    x = (await (f(2)))
    y = ((await ((f)(3))))
    await(f(4))
    return ((f(5)))
