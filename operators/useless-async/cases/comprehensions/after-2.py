def double(n):
    return n * 2


async def numbers():
    return [1, 2]


async def run():
    plain = [double(n) for n in await numbers() if double(n)]
    groups = {double(n) for n in plain}, {double(n): double(n) for n in plain}
    first = sum(n for n in await numbers())
    inner = [n for n in [m for m in await numbers()]]
    return plain, groups, first, inner
