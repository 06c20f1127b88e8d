# -*- coding: latin-1 -*-
import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    (first,) = await asyncio.gather(load("hä"))
    return first
