import abc

from pydantic import BaseModel


class Base(abc.ABC):
    @abc.abstractmethod
    async def load(self) -> dict[str, int]: ...

    async def size(self) -> int:
        return (await self.load())["size"]
