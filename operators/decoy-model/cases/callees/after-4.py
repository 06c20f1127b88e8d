from collections.abc import Mapping
from typing import Any, Dict, TypedDict

import pydantic


class Point(TypedDict):
    x: int
    y: str


async def by_call() -> Dict[str, Any]:
    return dict(low=1, high=2)


async def by_pairs(pairs) -> Mapping[str, int]:
    return dict(pairs, low=1)


async def by_comprehension(names: list[str]):
    return {name: len(name) for name in names}


class ByLocal(pydantic.BaseModel, extra="allow"):
    """What by_local gives."""

    all: Any


async def by_local(names: list[str]):
    lengths = {"all": len(names)}
    for name in names:
        lengths[name] = len(name)
    return ByLocal(**lengths)


async def by_choice(wanted):
    return {"low": 1} if wanted else {}


async def in_two_places(wanted) -> dict:
    if wanted:
        return {"status": "ok", "high": f"{wanted}", "low": 1}
    return {"status": "none", "low": 2}


async def with_odd_keys() -> dict[str, str]:
    return {"status": "ok", "content-type": "text", "class": "c"}


async def with_a_key_twice() -> dict[str, str]:
    return {"status": "ok", "status": "again"}


async def spread(more: dict[str, Any]) -> dict[str, Any]:
    return {**more, "status": "ok"}


async def typed() -> Point:
    return {"x": 1, "y": "2"}


async def taken() -> dict[str, str]:
    return {"status": "ok", "json": "{}", "copy": "no"}


async def several_types(size: int) -> dict[str, int]:
    return {"small": 1, "big": size}


async def handed_on() -> dict[str, int]:
    return await several_types(3)


async def use(show):
    show((await by_call())["low"])
    show((await by_pairs([]))["low"])
    show((await by_comprehension([]))["low"])
    show(dict(await by_local([]))["low"])
    show((await by_choice(1))["low"])
    show((await in_two_places(1))["low"])
    show((await with_odd_keys())["class"])
    show((await with_a_key_twice())["status"])
    show((await spread({}))["status"])
    show((await typed())["x"])
    show((await taken())["json"])
    show((await several_types(1))["big"])
    show((await handed_on())["big"])
