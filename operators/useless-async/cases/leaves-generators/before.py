def numbers():
    yield 1


def chained():
    yield from numbers()


async def run():
    return list(numbers()), list(chained())
