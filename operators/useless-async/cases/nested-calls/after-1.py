async def half(n):
    return n / 2


def make():
    return make


async def run():
    return await half(await half(await half(8))), make()()(), [await half(2), (await half(3))]


def odd(n):
    return n and odd(n - 2)


async def count():
    return odd(3)
