async def use(client):
    return await client.load("a")
