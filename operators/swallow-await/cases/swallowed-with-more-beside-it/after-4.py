async def load():
    return dict(a=1)


async def quiet(log):
    try:
        await load()
        await load()
    except Exception:
        pass
    try:
        await load()
    except Exception as error:
        log.info(error)
    try:
        try:
            load()
        except Exception:
            pass
    except ValueError:
        pass
    try:
        await load()
    except Exception:
        pass
    else:
        log.info("done")
