async def f(*args):
    print(*args)
    return args


async def main():
    return 1 if await(f(1)) else [(f)(2), main or await(f(3))]
