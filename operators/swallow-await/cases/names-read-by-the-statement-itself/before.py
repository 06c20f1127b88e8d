async def load(value):
    return value


async def walk(items):
    for item in items:
        if item:
            total = 0
        total = await load(total)
        total += await load(item)
    return total
