tables = {"a": {"key": 1}}


async def fetch(name: str) -> dict[str, int]:
    return tables.get(name)


async def use():
    return (await fetch())["key"]
