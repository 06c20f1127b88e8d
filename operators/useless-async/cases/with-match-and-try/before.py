def opened(path):
    return open(path)


def kind(value):
    return value


def faults():
    return ValueError, TypeError


async def run(path):
    with opened(path) as file, opened(path):
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
