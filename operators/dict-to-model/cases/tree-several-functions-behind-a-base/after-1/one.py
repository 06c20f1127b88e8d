from pydantic import BaseModel

from base import Base


class Load(BaseModel, extra="allow"):
    """What load gives."""

    size: int


class One(Base):
    async def load(self) -> Load:
        return Load(size=1)


async def one() -> int:
    return (One().load())["size"]
