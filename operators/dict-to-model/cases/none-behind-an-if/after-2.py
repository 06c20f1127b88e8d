from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Dict, Optional


def read(line) -> Optional[Dict[str, int]]:
    return {"size": len(line)} if line else None


async def answer(lines) -> Optional[Dict[str, int]]:
    for line in lines:
        found = read(line)
        if found and found["size"] > 1:
            print(found.get("size"))
            return found
    return None


class First(SimpleNamespace):
    """What first gives."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def first(lines) -> Optional[First]:
    for line in lines:
        found = read(line)
        if found or line:
            return None if found is None else First(**found)
        if found:
            found = read("")
            return None if found is None else First(**found)
        if not found:
            return None if found is None else First(**found)
    return None


async def size(lines):
    found = await answer(lines)
    return found["size"]


async def total(lines):
    return (first(lines))["size"]
