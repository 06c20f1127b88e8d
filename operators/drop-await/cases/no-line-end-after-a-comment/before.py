async def f(x):
    print(x)


async def main():
    return await f(1)  # the end