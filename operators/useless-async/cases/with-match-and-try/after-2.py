def opened(path):
    return open(path)


async def kind(value):
    return value


def faults():
    return ValueError, TypeError


async def run(path):
    with opened(path) as file, opened(path):
        pass
    match await kind(path):
        case "a" if await kind(path):
            pass
    try:
        pass
    except faults():
        pass
    async with asyncio.timeout(await kind(1)):
        if (k := await kind(path)):
            yield await kind(k)
