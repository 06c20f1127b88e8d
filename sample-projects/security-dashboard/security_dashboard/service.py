"""What can be done with events: the layer between the facade and the repository."""

from __future__ import annotations

import time
from typing import Any

from .alerts import AlertService
from .models import SecurityEvent, SecurityEventStats, Severity
from .repository import EventRepository


class EventService:
    """Records and counts."""

    def __init__(self, repository: EventRepository, alerts: AlertService) -> None:
        self.repository = repository
        self.alerts = alerts
        self.started = time.monotonic()

    async def record(self, kind: str, severity: Severity, source: str) -> SecurityEvent:
        event = SecurityEvent(kind=kind, severity=severity, source=source)
        event.id = await self.repository.add(event)
        await self.alerts.raise_alert(event)
        return event

    async def get_recent_events(self, limit: int) -> list[SecurityEvent]:
        return await self.repository.recent(limit)

    async def get_event_stats(self) -> SecurityEventStats:
        return SecurityEventStats(
            total=await self.repository.count(),
            by_severity=await self.repository.count_by_severity(),
        )

    async def get_statistics(self) -> dict[str, Any]:
        performance = await self.repository.performance()
        return {
            "total": await self.repository.count(),
            "uptime": time.monotonic() - self.started,
            "performance": performance,
        }

    async def is_noisy(self, threshold: int) -> bool:
        return await self.repository.count() > threshold
