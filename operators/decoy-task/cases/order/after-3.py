import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    print("loaded", keys, await load(keys[0]))
    client.add(await load(next(keys)))
    task = asyncio.create_task(load(client.key))
    total = client.total + len(await task)
    return {"first": keys[0], "all": await load(f"{keys}")}
