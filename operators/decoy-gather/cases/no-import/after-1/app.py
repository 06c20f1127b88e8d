"""An app."""

import asyncio
import json


async def load(key):
    return json.loads(key)


async def use(key):
    await asyncio.gather(load(key))
