seen = []


async def fetch() -> dict[str, int]:
    result = {"key": 1}
    seen.append(result)
    return result


async def use():
    return (await fetch())["key"]
