async def f(x):
    print(x)


async def main():
    return f(1)  # the end