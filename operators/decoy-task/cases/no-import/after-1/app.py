import asyncio
import json

from before import other


async def load(key):
    return json.loads(key)


async def use(key):
    task = asyncio.create_task(load(key))
    return await task
