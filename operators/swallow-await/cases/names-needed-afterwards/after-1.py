async def load():
    return dict(a=1)


async def report(log):
    stats = None
    try:
        stats = load()
    except Exception:
        pass
    log.info("loaded")
    first, *rest = (await load()).values()
    for key in stats:
        log.info(key, first, rest)
