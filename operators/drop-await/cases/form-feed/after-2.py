async def f(x):
    print(x)


async def main():
    await f(1)
    f(2)
    return await f(3)
