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


if outer:

    class Store:
        @classmethod
        async def load(cls) -> dict[str, int]:
            return {"cls": 1}

        async def use(self):
            return {**await self.load()}
