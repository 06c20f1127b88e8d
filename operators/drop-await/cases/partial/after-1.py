import functools


async def add(a, b):
    print(a, b)
    return a + b


async def main():
    increment = functools.partial(add, 1)
    return increment(2)
