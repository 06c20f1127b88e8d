# -*- coding: latin-1 -*-
import asyncio


async def load(key, limit=10):
    return [key] * limit


async def use(client):
    first = await load("hä")
    return first
