# -*- coding: latin-1 -*-
"""Größe."""

from pydantic import BaseModel


class Größe(BaseModel):
    höhe: int


async def messen() -> dict[str, int]:
    return {"höhe": 3, "tiefe": 4}
