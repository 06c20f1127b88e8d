"""Points at which others may hook in."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import Any, Callable

Hook = Callable[..., Awaitable[None]]

logger = logging.getLogger(__name__)


class Extensions:
    """Coroutine functions by the name of the point where they are called."""

    def __init__(self) -> None:
        self._hooks: dict[str, list[Hook]] = {}

    def on(self, point: str, hook: Hook) -> None:
        self._hooks.setdefault(point, []).append(hook)

    async def call(self, point: str, **details: Any) -> int:
        """Calls every hook of a point, in order. A hook that fails does not stop the agent."""
        called = 0
        for hook in self._hooks.get(point, ()):
            try:
                await hook(**details)
            except Exception:
                logger.exception("a hook of %s failed", point)
            else:
                called += 1
        return called
