# -*- coding: latin-1 -*-
async def load(key, limit=10):
    return [key] * limit


async def use(client):
    coro = load("hä")
    first = await coro
    return first
