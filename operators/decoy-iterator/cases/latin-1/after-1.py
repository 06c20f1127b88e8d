# -*- coding: latin-1 -*-
async def load(key, limit=10):
    return [key] * limit


async def iterate(awaited):
    """Each of the things that are awaited."""
    for item in await awaited:
        yield item


async def use(client):
    async for item in iterate(load("hä")):
        print(item)
