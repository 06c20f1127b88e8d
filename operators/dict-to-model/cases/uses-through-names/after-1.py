from typing import Any

from pydantic import BaseModel


class Limits(BaseModel):
    low: int


class Fetch(BaseModel, extra="allow"):
    """What fetch gives."""

    low: Any


async def fetch():
    return Fetch(low=1)


class Reader:
    def __init__(self):
        self.limits = {}

    async def load(self):
        self.limits = fetch()

    def low(self):
        return self.limits["low"]


async def local():
    limits = dict(await fetch())
    again = limits
    return again["low"]


async def annotated():
    limits: dict[str, int] = dict(await fetch())
    return [limits[key] for key in ("low",)]


async def walrus():
    if (limits := dict(await fetch())) and "low" in limits:
        return limits
    return None


async def chosen(fallback):
    limits = dict(await fetch()) if fallback is None else fallback
    return limits.items()


async def two():
    limits = dict(await fetch())
    limits = sorted(limits)
    return limits[0]
