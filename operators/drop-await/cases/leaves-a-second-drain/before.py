async def send(writer, data):
    writer.write(data)
    await writer.drain()  # amiss: ignore
    await writer.drain()
