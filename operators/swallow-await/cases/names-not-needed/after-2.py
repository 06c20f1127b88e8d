async def load():
    return dict(a=1)


async def warm_up():
    ready = await load()
    try:
        _, total = load(), 1
    except Exception:
        pass
    return True
