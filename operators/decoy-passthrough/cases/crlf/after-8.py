async def load(key, limit=10):
    return [key] * limit


async def use(client, keys):
    await load("a")
    found = await load("b", limit=3)
    found, rest = await load("c"), keys
    first: list = await load("d")
    client.last = await load("e")
    if await load("f"):
        print(f"{client} has {await load('g')}")
    elif keys:
        coro = load("h")
        print(await coro)
    for item in await load("i"):
        print(item)
    with await load("j") as opened:
        print(opened)
    if not (await load("k"))[0] and keys:
        raise await load("l")
    names = [name.upper() for name in await load("m")]
    if (size := len(await load("n"))) > 3:
        return size
    return await load("o") or names
