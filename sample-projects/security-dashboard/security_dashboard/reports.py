"""Reports for people who do not look at dashboards."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

from .devices import CacheService, DeviceService
from .manager import SecurityEventManager
from .sessions import SessionStore

logger = logging.getLogger(__name__)


async def headline(manager: SecurityEventManager) -> str:
    return f"{(await manager.get_event_stats()).total} events"


async def digest(manager: SecurityEventManager) -> dict[str, Any]:
    """What goes into the daily mail. An old caller: it was written before there were models."""
    statistics = await manager.get_statistics()
    names = sorted(key for key in statistics if key != "performance")
    return {**await manager.get_statistics(), "fields": names, "title": await headline(manager)}


async def overview(
    manager: SecurityEventManager,
    devices: DeviceService,
    cache: CacheService,
    sessions: SessionStore,
) -> dict[str, Any]:
    """The statistics of everything that has some."""
    return {
        "events": await manager.get_statistics(),
        "devices": devices.get_statistics(),
        "cache": cache.get_statistics(),
        "sessions": sessions.get_statistics(),
        "alerts": manager.alerts.get_statistics(),
    }


async def slow(manager: SecurityEventManager, limit_ms: float) -> bool:
    """Whether queries take too long; not, where that is not known."""
    try:
        performance = (await manager.get_statistics()).get("performance", {})
        return performance["average_ms"] > limit_ms
    except Exception:
        logger.warning("the speed is unknown", exc_info=True)
        return False


async def lines(manager: SecurityEventManager) -> AsyncIterator[str]:
    """A line for each event, behind the headline."""
    yield await headline(manager)
    async for event in manager.events():
        yield f"{event.id} {event.severity.value} {event.kind}"


async def export(manager: SecurityEventManager) -> str:
    return "\n".join([line async for line in lines(manager)])


async def worst_source(manager: SecurityEventManager) -> str:
    counts: dict[str, int] = {}
    for event in await manager.get_recent_events(limit=1000):
        counts[event.source] = counts.get(event.source, 0) + 1
    return max(counts, key=counts.__getitem__, default="nobody")
