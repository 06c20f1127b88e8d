import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    await load("a")  # amiss: ignore[decoy-gather] as it is
    for item in await load("b"):  # amiss: ignore[decoy-gather] too
        print(item)
    await asyncio.gather(load("c"))  # amiss: ignore[drop-await] another
    for item in await load("d"):  # amiss: ignore[drop-await] another
        print(item)
