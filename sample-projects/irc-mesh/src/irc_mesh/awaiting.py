"""For dispatchers whose handlers are of both kinds."""

from __future__ import annotations

import inspect
from typing import Any


async def maybe_await(value: Any) -> Any:
    """The value, or what it gives when it is awaited."""
    if inspect.isawaitable(value):
        return await value
    return value
