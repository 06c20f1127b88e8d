async def use(reader, client):
    await reader.read(3)
    return await client()
