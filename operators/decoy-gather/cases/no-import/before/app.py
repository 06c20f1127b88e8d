"""An app."""

import json


async def load(key):
    return json.loads(key)


async def use(key):
    await load(key)
