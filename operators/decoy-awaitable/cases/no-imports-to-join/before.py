"""An app."""

from __future__ import annotations

import json


async def load(key: str) -> str:
    return json.loads(key)


async def use() -> str:
    return await load("a")
