from pydantic import BaseModel


class Other(BaseModel):
    pass


async def commented() -> dict[str, int]:
    return {
        "low"  # between
        : 1,
        "high": 2,
    }


async def blanks() -> dict[str, int]:
    return {"low" :  1 , 'hi' "gh":2}


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
    show((await blanks())["low"])
    show((await parenthesised(True))["low"])
    show((await empty())["low"])
    show((await semicolons())["low"])
