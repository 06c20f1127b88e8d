"""An app."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Generator
from typing import Any, Generic, TypeVar


async def load(key: str) -> str:
    return json.loads(key)


T = TypeVar("T")


class Deferred(Generic[T]):
    """What a coroutine gives, once it is awaited."""

    def __init__(self, coroutine: Awaitable[T]) -> None:
        self._coroutine = coroutine

    def __await__(self) -> Generator[Any, None, T]:
        return self._coroutine.__await__()


async def use() -> str:
    return await Deferred(load("a"))
