from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Dict, Optional


def read(line) -> Optional[Dict[str, int]]:
    return {"size": len(line)} if line else None


class Answer(SimpleNamespace):
    """What answer gives."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def answer(lines) -> Optional[Answer]:
    for line in lines:
        found = read(line)
        if found and found["size"] > 1:
            print(found.get("size"))
            return Answer(**found)
    return None


async def first(lines) -> Optional[Dict[str, int]]:
    for line in lines:
        found = read(line)
        if found or line:
            return found
        if found:
            found = read("")
            return found
        if not found:
            return found
    return None


async def size(lines):
    found = answer(lines)
    return found["size"]


async def total(lines):
    return (await first(lines))["size"]
