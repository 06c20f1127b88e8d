# -*- coding: latin-1 -*-
async def load(key, limit=10):
    return [key] * limit


class Deferred:
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()


async def use(client):
    first = await Deferred(load("hä"))
    return first
