import asyncio

import trio


async def load(key):
    return asyncio, trio, key


async def use(key):
    await load(key)
