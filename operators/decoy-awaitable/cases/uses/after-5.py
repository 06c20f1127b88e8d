async def load(key, limit=10):
    return [key] * limit


class Deferred:
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()


async def use(client, keys):
    await load("a")
    found = await (load("b"))
    if keys and await client.load("c"):
        print(f"{await load('d')!r:>10}")
    elif await Deferred(load("e")):
        return [await load(key) for key in keys]
    while not await load("f"):
        pass
    return (await load("g"))[0] if found else await \
        load("h")
