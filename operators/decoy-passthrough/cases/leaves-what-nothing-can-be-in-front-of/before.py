async def load(key, limit=10):
    return [key] * limit


async def use(flag, keys):
    while await load("a"):
        assert await load("b")
    keys[await load("c")] = flag
    flag += await load("d")

    def inner(default=await load("e")):
        return default

    del keys[await load("f")]
    return inner
