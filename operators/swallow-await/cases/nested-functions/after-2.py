async def load(*args):
    return args


async def outer():
    """Says so."""

    async def inner():
        await load()

    @staticmethod
    async def decorated():
        try:
            load()
        except Exception:
            pass

    return [await load(x) for x in (inner, decorated)], lambda: load()
