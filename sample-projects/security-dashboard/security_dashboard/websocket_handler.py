"""Pushes events and statistics to the dashboards that are open."""

from __future__ import annotations

import logging
from typing import Any, Optional

from .manager import SecurityEventManager
from .models import SecurityEvent

logger = logging.getLogger(__name__)


class SecurityWebSocketHandler:
    """The sockets of all dashboards. Works without a manager too, and then has nothing to say."""

    def __init__(self, event_manager: Optional[SecurityEventManager] = None) -> None:
        self.event_manager = event_manager
        self.sockets: list[Any] = []

    async def connect(self, socket: Any) -> None:
        await socket.accept()
        self.sockets.append(socket)
        await self._send_recent_events(socket)

    def disconnect(self, socket: Any) -> None:
        self.sockets.remove(socket)

    async def on_event(self, event: SecurityEvent) -> None:
        """Tells every dashboard; one that cannot be told is dropped."""
        for socket in list(self.sockets):
            try:
                await socket.send_json({"type": "event", "event": event.model_dump(mode="json")})
            except Exception as error:
                logger.info("dropped a dashboard: %s", error)
                self.disconnect(socket)

    async def broadcast_stats(self) -> None:
        stats = await self._get_current_stats()
        for socket in list(self.sockets):
            await socket.send_json({"type": "stats", "stats": stats})

    async def close_all(self) -> None:
        for socket in list(self.sockets):
            try:
                await socket.close()
            except Exception as error:
                logger.debug("not closed in order: %s", error)
            self.disconnect(socket)

    async def _send_recent_events(self, socket: Any) -> None:
        if self.event_manager is None:
            return
        try:
            recent = await self.event_manager.get_recent_events(limit=20)
            if recent:
                events = [event.model_dump(mode="json") for event in recent]
                await socket.send_json({"type": "recent", "events": events})
        except Exception as error:
            logger.error("no recent events: %s", error)

    async def _get_current_stats(self) -> dict[str, Any]:
        if self.event_manager is not None:
            try:
                statistics = await self.event_manager.get_statistics()
                performance = statistics.get("performance", {})
                stats = await self.event_manager.get_event_stats()
                return {
                    "total": stats.total,
                    "by_severity": stats.by_severity,
                    "average_ms": performance.get("average_ms", 0.0),
                }
            except Exception as error:
                logger.error("no statistics: %s", error)
                return {"error": str(error), "total": 0, "by_severity": {}, "average_ms": 0.0}
        else:
            return {"total": 0, "by_severity": {}, "average_ms": 0.0}
