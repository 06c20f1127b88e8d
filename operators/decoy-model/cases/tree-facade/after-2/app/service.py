"""Counts events."""

import time
from typing import Any

from pydantic import BaseModel

from .store import Store


class GetStatistics(BaseModel, extra="allow"):
    """What get_statistics gives."""

    total: Any
    now: Any


class Service:
    def __init__(self, store: Store) -> None:
        self.store = store

    async def get_statistics(self) -> GetStatistics:
        return GetStatistics(total=await self.store.count(), now=time.time())

    async def total(self) -> int:
        return dict(await self.get_statistics())["total"]
