async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    print("loaded", keys, await load(keys[0]))
    coro = load(next(keys))
    client.add(await coro)
    total = client.total + len(await load(client.key))
    return {"first": keys[0], "all": await load(f"{keys}")}
