async def f(x):
    print(x)
    return x


async def main():
    return await f(await f(f(1)))
