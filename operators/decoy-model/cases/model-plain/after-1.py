from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel


class Other(BaseModel):
    pass


class Fetch(SimpleNamespace):
    """What fetch gives."""

    key: int

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def fetch() -> Fetch:
    return Fetch(key=1)


async def key() -> int:
    return dict(await fetch())["key"]
