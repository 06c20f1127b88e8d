async def fetch(values: dict[str, int]) -> dict[str, int]:
    values["key"] = 1
    return values


async def use():
    return (await fetch())["key"]
