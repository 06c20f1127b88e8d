async def load():
    return list()


async def fill(log):
    log.info(found := await load())
    last = None
    try:
        print([item for item in found if (last := load())])
    except Exception:
        pass
    return found, last
