import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Callable, Optional, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def environment() -> Optional[str]:
    return os.environ.get("HOME")


class Fetch(SimpleNamespace):
    """What fetch gives."""

    home: Any

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def fetch() -> Fetch:
    return Fetch(home=environment)


async def home() -> "Iterator[str]":
    return (fetch())["home"]
