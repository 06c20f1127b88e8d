from pydantic import BaseModel


class Other(BaseModel):
    pass


async def commented() -> dict[str, int]:
    return {
        "low"  # between
        : 1,
        "high": 2,
    }


class Blanks(BaseModel, extra="allow"):
    """What blanks gives."""

    low: int
    high: int


async def blanks() -> Blanks:
    return Blanks(low=1 , high=2)


async def parenthesised(more: bool) -> dict[str, int]:
    return (
        {"low": (yield_ := 1), "high": lambda: 2}
        if more
        else {("low"): 1}
    )


async def empty() -> dict[str, int]:
    return {}


async def semicolons() -> dict[str, int]: low = 1; return {"low": low}


async def use(show):
    show((await commented())["low"])
    show((blanks())["low"])
    show((await parenthesised(True))["low"])
    show((await empty())["low"])
    show((await semicolons())["low"])
