import os
from typing import Callable, Optional, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def environment() -> Optional[str]:
    return os.environ.get("HOME")


async def fetch() -> dict[str, Callable[[], Optional[str]]]:
    return {"home": environment}


async def home() -> "Iterator[str]":
    return (await fetch())["home"]
