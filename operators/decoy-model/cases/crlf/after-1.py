from pydantic import BaseModel


class Other(BaseModel):
    x: int


class Load(BaseModel, extra="allow"):
    """What load gives."""

    x: int


async def load() -> Load:
    return Load(
        x=1,
    )


async def use():
    return dict(await load())["x"]