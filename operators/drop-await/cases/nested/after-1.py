async def f(x):
    print(x)
    return x


async def main():
    return f(await f(await f(1)))
