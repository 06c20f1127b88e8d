async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    coro = load(keys[0])
    print("loaded", keys, await coro)
    client.add(await load(next(keys)))
    total = client.total + len(await load(client.key))
    return {"first": keys[0], "all": await load(f"{keys}")}
