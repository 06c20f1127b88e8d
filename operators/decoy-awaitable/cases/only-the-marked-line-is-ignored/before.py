async def load(key, limit=10):
    return [key] * limit


async def use(client):
    await load("a")  # amiss: ignore[decoy-awaitable] as it is
    for item in await load("b"):  # amiss: ignore[decoy-awaitable] too
        print(item)
    await load("c")  # amiss: ignore[drop-await] another
    for item in await load("d"):  # amiss: ignore[drop-await] another
        print(item)
