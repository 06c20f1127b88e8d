def first(items):
    return next(items)


def last():
    raise StopIteration


async def run():
    first(iter([1]))
    last()
