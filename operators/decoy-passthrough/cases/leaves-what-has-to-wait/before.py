async def load(key, limit=10):
    return [key] * limit


async def use(client, queue):
    client.add(queue.pop(), await load(1))
    client.add(next(queue), await load(2))
    return [queue.head, await load(queue.pop())]
