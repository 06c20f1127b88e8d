async def load(key, limit=10):
    return [key] * limit


class Deferred:
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()


async def use(client):
    await load("a")  # amiss: ignore[decoy-awaitable] as it is
    for item in await load("b"):  # amiss: ignore[decoy-awaitable] too
        print(item)
    await Deferred(load("c"))  # amiss: ignore[drop-await] another
    for item in await load("d"):  # amiss: ignore[drop-await] another
        print(item)
