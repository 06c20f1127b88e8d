async def load(value):
    return value


async def walk(items):
    for item in items:
        if item:
            total = 0
        total = await load(total)
        try:
            total += load(item)
        except Exception:
            pass
    return total
