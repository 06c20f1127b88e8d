from pydantic import BaseModel


class Limits(BaseModel):
    low: int


async def fetch() -> dict[str, int]:
    return {"low": 1, "high": 2}


async def direct(log):
    log((await fetch()).get("low"))
    log((await fetch())["low"])
    log("low" in await fetch())
    log("low" not in await fetch())
    log((await fetch()).items())
    log((await fetch()).keys())
    log((await fetch()).values())
    (await fetch()).update(low=0)
    log(**await fetch())
    log({**await fetch()})
    log(*await fetch())
    log(sorted(await fetch()))
    log([key for key in await fetch()])
    for key in await fetch():
        log(key)
    low, high = await fetch()
    log(f"{(await fetch())['low']}")
    log((await fetch() or {}).get("low"))
