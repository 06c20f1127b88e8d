async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    for item in await load("a"):
        print(item)
    else:
        print("done")
    for first, second in (await load("b")):
        if first:
            continue
        print(second)
    names = [item.name for item in await load(
        "c"
    ) if item]
    pairs = {item.key: other for item in await client.load() for other in item}
    return {item for item in await load("d")}, names, pairs
