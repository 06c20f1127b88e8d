async def load():
    return dict(a=1)


async def twice():
    page = 1
    del page
    page = None
    try:
        page = load()
    except Exception:
        pass
    return page
