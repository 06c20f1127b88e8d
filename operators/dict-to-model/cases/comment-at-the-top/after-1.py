#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Above the function, and at the top of the file.
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Fetch(SimpleNamespace):
    """What fetch gives."""

    key: Any

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def fetch():
    return Fetch(key=1)
async def key():
    return (fetch())["key"]
