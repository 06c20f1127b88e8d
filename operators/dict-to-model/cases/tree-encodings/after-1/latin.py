# -*- coding: latin-1 -*-
"""Größe."""

from pydantic import BaseModel


class Größe(BaseModel):
    höhe: int


class Messen(BaseModel, extra="allow"):
    """What messen gives."""


async def messen() -> Messen:
    return Messen(**{"höhe": 3, "tiefe": 4})
