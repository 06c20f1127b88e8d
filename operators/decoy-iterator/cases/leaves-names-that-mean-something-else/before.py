TypeVar = typing = 3


async def use(client) -> None:
    for item in await client.load("a"):
        print(item)
