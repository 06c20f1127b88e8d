async def load(*args):
    return args


async def outer():
    """Says so."""

    async def inner():
        await load()

    @staticmethod
    async def decorated(): await load()

    try:
        return [load(x) for x in (inner, decorated)], lambda: load()
    except Exception:
        pass
