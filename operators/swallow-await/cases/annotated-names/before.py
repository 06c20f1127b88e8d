from typing import List


async def load():
    return list()


async def fill() -> List[int]:
    found: List[int] = await load()
    return found
