from typing import Any, Optional

from pydantic import BaseModel


class User(BaseModel):
    name: str


class Find(BaseModel, extra="allow"):
    """What find gives."""


class Directory:
    async def find(self, name: str) -> Optional[Find]:
        if not name:
            return None
        if name == "me":
            return Find(name=name)
        record = await self.query(name)
        return None if record is None else Find(**record)

    async def query(self, name):
        return {"name": name} if name.islower() else None

    async def nobody(self, name: str) -> "dict[str, Any] | None":
        return await self.query(name)

    async def name_of(self, name: str) -> str:
        found = (found_dict := await self.find(name)) and dict(found_dict)
        return found["name"] if found else ""

    async def known(self, names):
        print((found_dict := await self.find("me")) and dict(found_dict))
        return [((found_dict := await self.find(name)) and dict(found_dict)) for name in names]

    async def keys(self):
        nobody = await self.nobody("me")
        if nobody is None:
            return
        for key in nobody:
            yield key

    async def first_keys(self):
        return [key for key in await self.nobody("me")]
