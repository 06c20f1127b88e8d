cache = {"key": 1}


def cached() -> dict[str, int]:
    return cache


async def fetch() -> dict[str, int]:
    return cached()


async def use():
    return (await fetch())["key"]
