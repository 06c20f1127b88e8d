"""Counts what the agent uses up."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

logger = logging.getLogger(__name__)


class Meter:
    """Tokens used, and a limit to them."""

    def __init__(self, limit: int = 1000) -> None:
        self.limit = limit
        self._counts: dict[str, int] = {}
        self._lock: asyncio.Lock | None = None

    async def add(self, kind: str, tokens: int) -> None:
        async with self._locked():
            self._counts[kind] = self._counts.get(kind, 0) + tokens

    async def usage(self) -> dict[str, int]:
        async with self._locked():
            return dict(self._counts)

    async def total(self) -> int:
        return sum((await self.usage()).values())

    async def exhausted(self) -> bool:
        return await self.total() >= self.limit

    async def line(self) -> str:
        """The line under the log."""
        return f"{await self.total()} of {self.limit} tokens"

    async def report(self) -> dict[str, Any]:
        """What the dashboard shows; zeros where something is wrong, for it must not fail."""
        try:
            usage = await self.usage()
            return {"tokens": sum(usage.values()), "kinds": sorted(usage)}
        except Exception:
            logger.warning("no usage", exc_info=True)
            return {"tokens": 0, "kinds": []}

    def _locked(self) -> asyncio.Lock:
        if self._lock is None:
            self._lock = asyncio.Lock()
        return self._lock
