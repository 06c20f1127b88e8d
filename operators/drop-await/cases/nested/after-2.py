async def f(x):
    print(x)
    return x


async def main():
    return await f(f(await f(1)))
