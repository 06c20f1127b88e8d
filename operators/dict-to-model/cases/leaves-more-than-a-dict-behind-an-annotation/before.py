from collections import Counter


async def fetch() -> dict[str, int]:
    return Counter("abc")


async def use():
    return (await fetch())["key"]
