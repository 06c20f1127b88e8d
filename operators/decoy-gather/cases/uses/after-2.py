import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    await load("a")
    (found,) = await asyncio.gather(load(
        "b",
    ))  # kept
    client.last = await load("c")
    client.all[0] = await (load("d"))
    if keys: await load("e")
    return found
