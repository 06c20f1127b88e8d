Any = typing = 3


async def use(client) -> None:
    await client.load("a")
