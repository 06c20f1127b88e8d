from abc import ABC, abstractmethod
from typing import overload


@overload
def read(key: int) -> int: ...
@overload
def read(key: str) -> str: ...


def nothing():
    """Does nothing."""


def later():
    pass


def unfinished():
    raise NotImplementedError("some day")


async def run():
    nothing()
    later()
    unfinished()
    return read(1)
