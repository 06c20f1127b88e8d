from pydantic import BaseModel


class Event(BaseModel):
    name: str


class Store:
    async def count(self) -> int:
        return 3
