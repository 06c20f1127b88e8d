async def f(*args):
    print(*args)
    return args


async def main():
    return 1 if await(f(1)) else [await(f)(2), main or (f(3))]
