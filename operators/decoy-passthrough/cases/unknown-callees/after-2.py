async def use(reader, client):
    await reader.read(3)
    coro = client()
    return await coro
