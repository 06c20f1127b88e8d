async def load(key, limit=10):
    return [key] * limit


import asyncio


async def use(flag):
    return await (load("a") if flag else load("b"))
