"""An app."""

from __future__ import annotations


async def load(key):
    return key


async def use(key):
    return await load(key)
