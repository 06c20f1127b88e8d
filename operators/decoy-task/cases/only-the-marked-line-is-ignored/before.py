import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    await load("a")  # amiss: ignore[decoy-task] as it is
    await load("b")  # amiss: ignore[drop-await] another
