from base import Base


class One(Base):
    async def load(self) -> dict[str, int]:
        return {"size": 1}


async def one() -> int:
    return (await One().load())["size"]
