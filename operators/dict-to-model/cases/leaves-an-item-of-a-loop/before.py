tables = [{"key": 1}]


async def fetch() -> dict[str, int]:
    for table in tables:
        return table
    return {}


async def use():
    return (await fetch())["key"]
