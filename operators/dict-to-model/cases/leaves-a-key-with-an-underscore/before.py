async def fetch() -> dict[str, int]:
    return dict(key=1, _id=2)


async def use():
    return (await fetch())["key"]
