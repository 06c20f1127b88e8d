from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Mixed(SimpleNamespace):
    """What mixed gives."""

    total: Any

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


class Service:
    def __init__(self, events: list[str]) -> None:
        self.events = events

    async def counted(self) -> dict[str, int]:
        return {"total": len(self.events), "more": sum(map(len, self.events))}

    async def listed(self) -> dict[str, list[str]]:
        return {"events": list(self.events)}

    async def mixed(self) -> Mixed:
        return Mixed(total=None)

    async def use(self) -> Any:
        return (await self.counted())["total"], (await self.listed())["events"], (
            self.mixed()
        )["total"]
