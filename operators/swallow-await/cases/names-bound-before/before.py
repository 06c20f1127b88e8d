async def load(value=None):
    return value


async def walk(limit, items):
    limit = await load(limit)
    last = None
    for item in items:
        last = await load(item)
        item = await load(item)
        items.append(item)
    with open("log") as log:
        log = await load(log)
    if items:
        found = 1
    else:
        found = 2
    found = await load(found)
    return limit, last, log, found
