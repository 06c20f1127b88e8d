async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    print("loaded", keys, await load(keys[0]))
    client.add(await load(next(keys)))
    total = client.total + len(await load(client.key))
    coro = load(f"{keys}")
    return {"first": keys[0], "all": await coro}
