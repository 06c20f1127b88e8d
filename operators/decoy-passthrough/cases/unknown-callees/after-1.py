async def use(reader, client):
    coro = reader.read(3)
    await coro
    return await client()
