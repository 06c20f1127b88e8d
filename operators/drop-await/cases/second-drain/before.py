async def send(writer, lines):
    for line in lines:
        writer.write(line)
        await writer.drain()
    writer.write_eof()
    await writer.drain()
    await writer.drain()
