import asyncio

import anyio


async def load(key):
    async with anyio.create_task_group():
        return asyncio, key


async def use(key):
    return await load(key)
