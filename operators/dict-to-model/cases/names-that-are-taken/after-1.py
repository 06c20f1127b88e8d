import typing

import pydantic


class BaseModel:
    """Another one."""


class Fetch:
    """Taken."""


Any = object


class FetchModel(pydantic.BaseModel, extra="allow"):
    """What fetch gives."""

    key: typing.Any


async def fetch(key: str) -> FetchModel:
    return FetchModel(key=key)


async def key() -> typing.Any:
    return (fetch("a"))["key"]


try:
    import pydantic
except ImportError:
    raise

from pydantic import BaseModel as Base


class Model(Base):
    pass
