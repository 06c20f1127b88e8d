async def load():
    return list()


async def fill(log):
    log.info(found := await load())
    print([item for item in found if (last := await load())])
    return found, last
