import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


class Totals(SimpleNamespace):
    """What totals gives."""

    seen: int

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(vars(self).items())


async def totals() -> Totals:
    return Totals(seen=1)


async def report(show):
    await totals()
    show(dict(await totals()))
    if dict(await totals()):
        show("some")
    numbers = dict(await totals())
    show(numbers)
    return dict(await totals())


async def patient():
    return dict(await asyncio.wait_for(totals(), 5))


async def seen():
    return (totals())["seen"]


def main():
    print(dict(asyncio.run(totals())))
