from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Listed(SimpleNamespace):
    """What listed gives."""

    events: list[str]

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


class Service:
    def __init__(self, events: list[str]) -> None:
        self.events = events

    async def counted(self) -> dict[str, int]:
        return {"total": len(self.events), "more": sum(map(len, self.events))}

    async def listed(self) -> Listed:
        return Listed(events=list(self.events))

    async def mixed(self) -> dict[str, "int | None"]:
        return {"total": None}

    async def use(self) -> Any:
        return (await self.counted())["total"], (self.listed())["events"], (
            await self.mixed()
        )["total"]
