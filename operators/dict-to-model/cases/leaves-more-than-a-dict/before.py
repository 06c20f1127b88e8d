from collections import defaultdict


async def fetch() -> defaultdict[str, int]:
    result = defaultdict(int)
    return result


async def use():
    return (await fetch())["key"]
