async def f(*args):
    print(*args)
    return args


async def main():
    x = (f(1))
    y = [
        await
        f(2),
    ]
    (await

        f(3))
    return x, y
