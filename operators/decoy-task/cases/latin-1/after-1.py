# -*- coding: latin-1 -*-
import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    task = asyncio.create_task(load("hä"))
    first = await task
    return first
