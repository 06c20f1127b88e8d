async def fetch() -> dict[str, int]:
    result = {"key": 1}
    try:
        return result
    finally:
        result["key"] = 2


async def use():
    return (await fetch())["key"]
