"""Statistics, and who reads them."""

from __future__ import annotations

import logging
from typing import Any

from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Settings(BaseModel):
    limit: int = 3


class GetStatistics(BaseModel, extra="allow"):
    """What get_statistics gives."""

    total: Any
    last: Any


class Service:
    def __init__(self) -> None:
        self.events: list[str] = []

    async def get_statistics(self) -> GetStatistics:
        # What the dashboard shows.
        return GetStatistics(
            total=len(self.events),  # all of them
            last=self.events[-1],
        )


async def performance(service: Service) -> Any:
    try:
        statistics = service.get_statistics()
        return statistics.get("performance", {})
    except Exception:
        logger.exception("no statistics")
        return {}
