from typing import Any


class Service:
    def __init__(self, events: list[str]) -> None:
        self.events = events

    async def counted(self) -> dict[str, int]:
        return {"total": len(self.events), "more": sum(map(len, self.events))}

    async def listed(self) -> dict[str, list[str]]:
        return {"events": list(self.events)}

    async def mixed(self) -> dict[str, "int | None"]:
        return {"total": None}

    async def use(self) -> Any:
        return (await self.counted())["total"], (await self.listed())["events"], (
            await self.mixed()
        )["total"]
