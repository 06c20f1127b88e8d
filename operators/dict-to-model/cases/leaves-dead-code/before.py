from typing import TYPE_CHECKING


async def fetch() -> dict[str, int]:
    return {"key": 1}


async def never():
    if TYPE_CHECKING:
        return (await fetch())["key"]