async def load():
    return list()


async def fill(log):
    found = None
    try:
        log.info(found := load())
    except Exception:
        pass
    print([item for item in found if (last := await load())])
    return found, last
