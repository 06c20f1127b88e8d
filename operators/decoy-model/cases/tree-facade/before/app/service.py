"""Counts events."""

import time
from typing import Any

from .store import Store


class Service:
    def __init__(self, store: Store) -> None:
        self.store = store

    async def get_statistics(self) -> dict[str, Any]:
        return {"total": await self.store.count(), "now": time.time()}

    async def total(self) -> int:
        return (await self.get_statistics())["total"]
