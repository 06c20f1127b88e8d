async def load(key, limit=10):
    return [key] * limit


async def use(client):
    await load("a")  # amiss: ignore[decoy-passthrough] as it is
    coro = load("b")
    await coro  # amiss: ignore[drop-await] another
