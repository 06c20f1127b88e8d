async def double(n):
    return n * 2


def numbers():
    return [1, 2]


async def run():
    plain = [await double(n) for n in numbers() if await double(n)]
    groups = {await double(n) for n in plain}, {await double(n): await double(n) for n in plain}
    first = sum(n for n in numbers())
    inner = [n for n in [m for m in numbers()]]
    return plain, groups, first, inner
