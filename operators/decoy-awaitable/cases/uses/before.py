async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    await load("a")
    found = await (load("b"))
    if keys and await client.load("c"):
        print(f"{await load('d')!r:>10}")
    elif await load("e"):
        return [await load(key) for key in keys]
    while not await load("f"):
        pass
    return (await load("g"))[0] if found else await \
        load("h")
