async def f(*args):
    print(*args)
    return args


async def main():
    x = (await  # the first
         f(1))
    y = [
        # the second
        # and more
        f(2),
    ]
    (await # third

        f(3)
    )  # await f(4)
    return x, y
