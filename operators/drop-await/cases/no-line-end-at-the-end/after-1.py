async def f(x):
    print(x)


async def main():
    f(1)