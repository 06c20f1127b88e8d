async def f(*args):
    print(*args)
    return args


async def main(args):
    return 1 if await(f(1)) else [(f)(2), args or await(f(3))]
