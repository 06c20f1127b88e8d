import typing


class BaseModel:
    """Another one."""


class Fetch:
    """Taken."""


Any = object


async def fetch(key: str) -> dict[str, typing.Any]:
    return {"key": key}


async def key() -> typing.Any:
    return (await fetch("a"))["key"]


try:
    import pydantic
except ImportError:
    raise

from pydantic import BaseModel as Base


class Model(Base):
    pass
