"""The facade which everything else uses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from .alerts import AlertService, Channel, MemoryChannel
from .models import SecurityEvent, SecurityEventStats, Severity
from .repository import EventRepository
from .service import EventService


class SecurityEventManager:
    """Security events as a whole."""

    def __init__(
        self, repository: EventRepository | None = None, channel: Channel | None = None
    ) -> None:
        self.repository = repository or EventRepository()
        self.alerts = AlertService(channel or MemoryChannel())
        self.service = EventService(self.repository, self.alerts)
        self.listeners: list[Any] = []

    async def publish(
        self, kind: str, severity: Severity = Severity.INFO, source: str = "unknown"
    ) -> SecurityEvent:
        event = await self.service.record(kind, severity, source)
        for listener in self.listeners:
            await listener(event)
        return event

    async def get_recent_events(self, limit: int = 20) -> list[SecurityEvent]:
        return await self.service.get_recent_events(limit)

    async def get_event_stats(self) -> SecurityEventStats:
        return await self.service.get_event_stats()

    async def get_statistics(self) -> dict[str, Any]:
        statistics = await self.service.get_statistics()
        statistics["listeners"] = len(self.listeners)
        return statistics

    async def is_noisy(self, threshold: int = 100) -> bool:
        return await self.service.is_noisy(threshold)

    async def events(self) -> AsyncIterator[SecurityEvent]:
        async for event in self.repository.all():
            yield event

    async def close(self) -> None:
        await self.alerts.close()
        await self.repository.close()
