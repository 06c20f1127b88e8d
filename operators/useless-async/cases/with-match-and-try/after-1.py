async def opened(path):
    return open(path)


def kind(value):
    return value


def faults():
    return ValueError, TypeError


async def run(path):
    with await opened(path) as file, await opened(path):
        pass
    match kind(path):
        case "a" if kind(path):
            pass
    try:
        pass
    except faults():
        pass
    async with asyncio.timeout(kind(1)):
        if (k := kind(path)):
            yield kind(k)
