import asyncio

import pytest_asyncio

from irc_mesh import Server


class RawClient:
    """Speaks the protocol over a socket, knowing nothing of the server's own code."""

    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port):
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def say(self, line):
        self.writer.write(f"{line}\r\n".encode())
        await self.writer.drain()

    async def line(self):
        data = await asyncio.wait_for(self.reader.readline(), 2)
        return data.decode().rstrip("\r\n")

    async def until(self, *words):
        """The first line that has all of these words in it."""
        while line := await self.line():
            if all(word in line for word in words):
                return line
        raise AssertionError(f"the connection ended before {words}")

    async def register(self, nick):
        await self.say(f"NICK {nick}")
        await self.say(f"USER {nick} 0 * :{nick.title()} Example")
        await self.until(" 004 ")
        return self

    async def join(self, channel):
        await self.say(f"JOIN {channel}")
        await self.until(" 366 ")

    async def synchronise(self):
        """Waits until the server has handled everything so far."""
        await self.say("PING sync")
        await self.until("PONG", "sync")

    def close(self):
        self.writer.close()


@pytest_asyncio.fixture
async def server():
    server = Server("alpha")
    server.port = await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture
async def other(server):
    """A second server, linked to the first."""
    other = Server("beta")
    other.port = await other.start()
    await other.link("127.0.0.1", server.port)
    yield other
    await other.stop()


@pytest_asyncio.fixture
async def connect(server):
    clients = []

    async def connect(nick, where=server):
        client = await RawClient.connect(where.port)
        clients.append(client)
        return await client.register(nick) if nick else client

    yield connect
    for client in clients:
        client.close()


@pytest_asyncio.fixture
async def ada(connect):
    return await connect("ada")


@pytest_asyncio.fixture
async def bob(connect):
    return await connect("bob")
