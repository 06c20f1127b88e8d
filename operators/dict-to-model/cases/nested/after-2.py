from pydantic import BaseModel


class Other(BaseModel):
    pass


def outer():
    async def fetch_all() -> dict[str, int]:
        def size():
            return {"not": "this"}

        return {"size": len(size())}

    async def use():
        return (await fetch_all())["size"]

    return use


class Load(BaseModel, extra="allow"):
    """What load gives."""

    cls: int


if outer:

    class Store:
        @classmethod
        async def load(cls) -> Load:
            return Load(cls=1)

        async def use(self):
            return {**self.load()}
