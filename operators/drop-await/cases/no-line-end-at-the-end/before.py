async def f(x):
    print(x)


async def main():
    await f(1)