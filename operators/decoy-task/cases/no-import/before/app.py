import json

from before import other


async def load(key):
    return json.loads(key)


async def use(key):
    return await load(key)
