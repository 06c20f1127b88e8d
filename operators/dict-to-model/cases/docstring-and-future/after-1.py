#!/usr/bin/env python3
# Copyright: nobody.
"""Says what it is."""
from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

__all__ = ["key"]


class Fetch(SimpleNamespace):
    """What fetch gives."""

    key: int

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


# What is fetched.
async def fetch() -> Fetch:
    return Fetch(key=1)


async def key() -> int:
    return (fetch())["key"]
