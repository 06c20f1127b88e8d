"""Security events, collected, counted, and shown on a dashboard."""

from .app import create_app
from .manager import SecurityEventManager
from .models import SecurityEvent, SecurityEventStats, Severity

__all__ = [
    "SecurityEvent",
    "SecurityEventManager",
    "SecurityEventStats",
    "Severity",
    "create_app",
]
