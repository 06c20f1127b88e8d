from pydantic import BaseModel


class Limits(BaseModel):
    low: int


async def fetch():
    return {"low": 1}


class Reader:
    def __init__(self):
        self.limits = {}

    async def load(self):
        self.limits = await fetch()

    def low(self):
        return self.limits["low"]


async def local():
    limits = await fetch()
    again = limits
    return again["low"]


async def annotated():
    limits: dict[str, int] = await fetch()
    return [limits[key] for key in ("low",)]


async def walrus():
    if (limits := await fetch()) and "low" in limits:
        return limits
    return None


async def chosen(fallback):
    limits = await fetch() if fallback is None else fallback
    return limits.items()


async def two():
    limits = await fetch()
    limits = sorted(limits)
    return limits[0]
