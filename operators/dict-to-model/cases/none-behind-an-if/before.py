from typing import Dict, Optional


def read(line) -> Optional[Dict[str, int]]:
    return {"size": len(line)} if line else None


async def answer(lines) -> Optional[Dict[str, int]]:
    for line in lines:
        found = read(line)
        if found and found["size"] > 1:
            print(found.get("size"))
            return found
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
    found = await answer(lines)
    return found["size"]


async def total(lines):
    return (await first(lines))["size"]
