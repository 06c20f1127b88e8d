"""An app."""

from __future__ import annotations

import asyncio


async def load(key):
    return key


async def use(key):
    task = asyncio.create_task(load(key))
    return await task
