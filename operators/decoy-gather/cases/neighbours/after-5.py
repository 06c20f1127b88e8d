import asyncio


async def names(store):
    found = [name.upper() for name in store.names if name.startswith("a")]
    return found


async def numbers(store, limit):
    await asyncio.sleep(0.1)
    return await read(store)[:limit]


async def read(store):
    total = 0
    for number in store.numbers:
        last, total = number, max(total, number)
    return [total]


async def use(store):
    first = await names(store)
    second = await numbers(store, limit=3)
    third = await read(first)
    (fourth,) = await asyncio.gather(read(third))
    return first, second, third, fourth
