"""Tells a person of critical events."""

from __future__ import annotations

import logging
from typing import Protocol

from .models import SecurityEvent, Severity

logger = logging.getLogger(__name__)


class Channel(Protocol):
    """A way to reach a person."""

    async def send(self, subject: str, text: str) -> bool: ...

    async def aclose(self) -> None: ...


class MemoryChannel:
    """Keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.closed = False

    async def send(self, subject: str, text: str) -> bool:
        if self.closed:
            return False
        self.sent.append((subject, text))
        return True

    async def aclose(self) -> None:
        self.closed = True


class AlertService:
    """Sends alerts, and never fails because of one."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.failures = 0

    async def raise_alert(self, event: SecurityEvent) -> bool:
        """Whether somebody was told."""
        if event.severity is not Severity.CRITICAL:
            return False
        try:
            if not await self.channel.send(event.kind, f"{event.kind} from {event.source}"):
                self.failures += 1
                return False
        except Exception:
            logger.exception("no alert for %s", event.kind)
            self.failures += 1
            return False
        return True

    async def acknowledge(self, event: SecurityEvent, name: str) -> None:
        await self.channel.send(f"{event.kind} acknowledged", f"by {name}")

    async def escalate(self, event: SecurityEvent) -> None:
        await self.channel.send(f"{event.kind} escalated", f"from {event.source}")

    def get_statistics(self) -> dict[str, int]:
        return {"failures": self.failures}

    async def close(self) -> None:
        await self.channel.aclose()
