async def load():
    return dict(a=1)


async def report(log):
    stats = await load()
    log.info("loaded")
    first = rest = None
    try:
        first, *rest = (load()).values()
    except Exception:
        pass
    for key in stats:
        log.info(key, first, rest)
