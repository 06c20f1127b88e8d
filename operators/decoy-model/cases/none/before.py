from typing import Any, Optional

from pydantic import BaseModel


class User(BaseModel):
    name: str


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

    async def nobody(self, name: str) -> "dict[str, Any] | None":
        return await self.query(name)

    async def name_of(self, name: str) -> str:
        found = await self.find(name)
        return found["name"] if found else ""

    async def known(self, names):
        print(await self.find("me"))
        return [await self.find(name) for name in names]

    async def keys(self):
        nobody = await self.nobody("me")
        if nobody is None:
            return
        for key in nobody:
            yield key

    async def first_keys(self):
        return [key for key in await self.nobody("me")]
