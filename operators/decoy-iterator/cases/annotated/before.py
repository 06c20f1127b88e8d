async def load(key: str) -> list[str]:
    return [key]


async def use() -> None:
    for item in await load("a"):
        print(item)
