import inspect


async def load(key):
    return key.upper()


async def either(key):
    found = await load(key)
    if inspect.isawaitable(found):
        found = await found
    return found
