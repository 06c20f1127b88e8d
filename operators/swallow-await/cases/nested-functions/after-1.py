async def load(*args):
    return args


async def outer():
    """Says so."""

    async def inner():
        try:
            load()
        except Exception:
            pass

    @staticmethod
    async def decorated(): await load()

    return [await load(x) for x in (inner, decorated)], lambda: load()
