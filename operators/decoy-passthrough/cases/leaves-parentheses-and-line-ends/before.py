async def load(key, limit=10):
    return [key] * limit


async def use(client):
    a = await (load("a"))
    b = await \
        load("b")
    c = (
        await  # slow
        load("c")
    )
    return a, b, c
