from pydantic import BaseModel


class Limits(BaseModel):
    low: int


class Fetch(BaseModel, extra="allow"):
    """What fetch gives."""

    low: int
    high: int


async def fetch() -> Fetch:
    return Fetch(low=1, high=2)


async def direct(log):
    log(dict(await fetch()).get("low"))
    log(dict(await fetch())["low"])
    log("low" in dict(await fetch()))
    log("low" not in dict(await fetch()))
    log(dict(await fetch()).items())
    log(dict(await fetch()).keys())
    log(dict(await fetch()).values())
    dict(await fetch()).update(low=0)
    log(**dict(await fetch()))
    log({**dict(await fetch())})
    log(*dict(await fetch()))
    log(sorted(dict(await fetch())))
    log([key for key in dict(await fetch())])
    for key in dict(await fetch()):
        log(key)
    low, high = dict(await fetch())
    log(f"{dict(await fetch())['low']}")
    log((dict(await fetch()) or {}).get("low"))
