from pydantic import BaseModel


class Other(BaseModel):
    pass


async def fetch() -> "dict[str, Other]":
    return {"other": Other()}


async def raw() -> r'dict[str, int]':
    return {"other": 1}


async def other() -> Other:
    print((await raw())["other"])
    return (await fetch())["other"]
