async def fetch() -> dict[int, str]:
    return dict(enumerate("abc"))


async def use():
    return (await fetch())["key"]
