"""Asks sources for events, again and again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Callable

from .manager import SecurityEventManager
from .models import Severity

Source = Callable[[], Awaitable[list[str]]]

logger = logging.getLogger(__name__)


class Collector:
    """Publishes what its sources find."""

    def __init__(self, manager: SecurityEventManager, interval: float = 60.0) -> None:
        self.manager = manager
        self.interval = interval
        self.sources: dict[str, Source] = {}
        self.rounds = 0
        self._stopped = False

    async def collect(self) -> int:
        """Asks every source once. One that fails is skipped; how many events there were."""
        found = 0
        for name, source in self.sources.items():
            try:
                kinds = await source()
                for kind in kinds:
                    await self.manager.publish(kind, Severity.WARNING, name)
                    found += 1
            except Exception as error:
                logger.error("%s: %s", name, error)
        return found

    async def run(self) -> None:
        """Collects until it is stopped."""
        while not self._stopped:
            self.rounds += await self.collect() >= 0
            await asyncio.sleep(self.interval)

    async def collect_together(self, *others: Collector) -> list[int]:
        return list(await asyncio.gather(self.collect(), *(other.collect() for other in others)))

    def stop(self) -> None:
        self._stopped = True
