import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    await load("a")  # amiss: ignore[decoy-task] as it is
    task = asyncio.create_task(load("b"))
    await task  # amiss: ignore[drop-await] another
