from pydantic import BaseModel


class Other(BaseModel):
    pass


class FetchAll(BaseModel, extra="allow"):
    """What fetch_all gives."""

    size: int


def outer():
    async def fetch_all() -> FetchAll:
        def size():
            return {"not": "this"}

        return FetchAll(size=len(size()))

    async def use():
        return (fetch_all())["size"]

    return use


if outer:

    class Store:
        @classmethod
        async def load(cls) -> dict[str, int]:
            return {"cls": 1}

        async def use(self):
            return {**await self.load()}
