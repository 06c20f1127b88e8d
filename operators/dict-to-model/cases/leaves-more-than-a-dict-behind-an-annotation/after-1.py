from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Fetch(SimpleNamespace):
    """What fetch gives."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def fetch() -> Fetch:
    return Fetch(**Counter("abc"))


async def use():
    return (fetch())["key"]
