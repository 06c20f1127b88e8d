def half(n):
    return n / 2


def make():
    return make


async def run():
    return half(half(half(8))), make()()(), [half(2), (half(3))]


async def odd(n):
    return n and await odd(n - 2)


async def count():
    return await odd(3)
