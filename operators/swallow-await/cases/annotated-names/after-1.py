from typing import List


async def load():
    return list()


async def fill() -> List[int]:
    found = None
    try:
        found: List[int] = load()
    except Exception:
        pass
    return found
