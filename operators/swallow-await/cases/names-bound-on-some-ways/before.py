async def load(value=None):
    return value


async def walk(items):
    if items:
        found = 1
    found = await load()
    for item in items:
        item = 1
    item = await load()
    while items:
        page = await load()
        items = page
    try:
        value = int("1")
    except ValueError:
        return None
    value = await load()
    return found, item, page, value
