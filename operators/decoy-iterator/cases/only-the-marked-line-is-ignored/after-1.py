async def load(key, limit=10):
    return [key] * limit


async def iterate(awaited):
    """Each of the things that are awaited."""
    for item in await awaited:
        yield item


async def use(client):
    await load("a")  # amiss: ignore[decoy-iterator] as it is
    for item in await load("b"):  # amiss: ignore[decoy-iterator] too
        print(item)
    await load("c")  # amiss: ignore[drop-await] another
    async for item in iterate(load("d")):  # amiss: ignore[drop-await] another
        print(item)
