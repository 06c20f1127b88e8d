#!/usr/bin/env python3
# Copyright: nobody.
"""Says what it is."""
from __future__ import annotations
__all__ = ["key"]


# What is fetched.
async def fetch() -> dict[str, int]:
    return {"key": 1}


async def key() -> int:
    return (await fetch())["key"]
