import functools


@functools.wraps(print)
async def use(client):
    return await client.load("a")
