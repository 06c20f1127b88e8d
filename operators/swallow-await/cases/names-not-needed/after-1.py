async def load():
    return dict(a=1)


async def warm_up():
    try:
        ready = load()
    except Exception:
        pass
    _, total = await load(), 1
    return True
