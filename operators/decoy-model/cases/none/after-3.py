from typing import Any, Optional

from pydantic import BaseModel


class User(BaseModel):
    name: str


class Nobody(BaseModel, extra="allow"):
    """What nobody gives."""


class Directory:
    async def find(self, name: str) -> Optional[dict[str, Any]]:
        if not name:
            return None
        if name == "me":
            return {"name": name}
        record = await self.query(name)
        return record

    async def query(self, name):
        return {"name": name} if name.islower() else None

    async def nobody(self, name: str) -> "Nobody | None":
        return None if (found_dict := await self.query(name)) is None else Nobody(**found_dict)

    async def name_of(self, name: str) -> str:
        found = await self.find(name)
        return found["name"] if found else ""

    async def known(self, names):
        print(await self.find("me"))
        return [await self.find(name) for name in names]

    async def keys(self):
        nobody = (found_dict := await self.nobody("me")) and dict(found_dict)
        if nobody is None:
            return
        for key in nobody:
            yield key

    async def first_keys(self):
        return [key for key in dict(await self.nobody("me") or {})]
