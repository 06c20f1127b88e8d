from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Counted(SimpleNamespace):
    """What counted gives."""

    total: int
    more: int

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


class Service:
    def __init__(self, events: list[str]) -> None:
        self.events = events

    async def counted(self) -> Counted:
        return Counted(total=len(self.events), more=sum(map(len, self.events)))

    async def listed(self) -> dict[str, list[str]]:
        return {"events": list(self.events)}

    async def mixed(self) -> dict[str, "int | None"]:
        return {"total": None}

    async def use(self) -> Any:
        return (self.counted())["total"], (await self.listed())["events"], (
            await self.mixed()
        )["total"]
