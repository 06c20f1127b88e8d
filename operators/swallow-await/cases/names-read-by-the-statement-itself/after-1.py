async def load(value):
    return value


async def walk(items):
    for item in items:
        if item:
            total = 0
        try:
            total = load(total)
        except Exception:
            pass
        total += await load(item)
    return total
