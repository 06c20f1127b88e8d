"""What is stored and shown."""

from __future__ import annotations

from enum import Enum
from typing import Dict

from pydantic import BaseModel, Field


class Severity(str, Enum):
    """How bad an event is."""

    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


class SecurityEvent(BaseModel):
    """Something that happened."""

    kind: str
    severity: Severity = Severity.INFO
    source: str = "unknown"
    id: int = 0


class SecurityEventStats(BaseModel):
    """How many events there were. Not a dict: it has attributes, and no ``get``."""

    total: int = 0
    by_severity: Dict[str, int] = Field(default_factory=dict)


class User(BaseModel):
    """Somebody with a session."""

    name: str
    roles: frozenset[str] = frozenset()
