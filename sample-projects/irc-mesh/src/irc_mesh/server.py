"""One server of the mesh."""

from __future__ import annotations

import asyncio
import hmac
import logging

from .bot import Bot
from .channel import Channel
from .client import VERSION, Client
from .connection import Connection
from .link import ServerLink
from .message import Message

logger = logging.getLogger(__name__)


class Server:
    """Clients and bots of this server, links to the others, and the channels of all."""

    def __init__(self, name: str, password: str = "") -> None:
        self.name = name
        self.password = password
        self.operators: dict[str, str] = {}
        self.motd: list[str] = [f"This is {name}"]
        self.clients: dict[str, Client] = {}
        self.bots: dict[str, Bot] = {}
        self.links: dict[str, ServerLink] = {}
        self.channels: dict[str, Channel] = {}
        self.last_seen: dict[str, float] = {}
        self._listening: asyncio.AbstractServer | None = None
        self._running: set[asyncio.Task[None]] = set()
        self._connections: set[Connection] = set()

    # Listening and linking

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listens; the port, which the system chooses where it is 0."""
        self._listening = await asyncio.start_server(self._accept, host, port)
        return self._listening.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._listening is not None:
            self._listening.close()
        for connection in list(self._connections):
            await connection.close()
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def link(self, host: str, port: int) -> ServerLink:
        """Joins the mesh through another server."""
        reader, writer = await asyncio.open_connection(host, port)
        link = ServerLink(self, reader, writer)
        await link.introduce()
        self._start(link)
        await asyncio.wait_for(link.introduced.wait(), 1)
        return link

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A first line ``SERVER`` makes it a link; everybody else is a client."""
        first = Message.parse((await reader.readline()).decode("utf-8", "replace").strip())
        connection: Connection
        if first.command == "SERVER":
            connection = link = ServerLink(self, reader, writer)
            await link.handle(first)
            await link.introduce()
        else:
            connection = Client(self, reader, writer)
            await connection.handle(first)
        self._start(connection)

    def _start(self, connection: Connection) -> None:
        self._connections.add(connection)
        task = asyncio.create_task(connection.run())
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _: self._connections.discard(connection))

    def add_bot(self, nick: str, *channels: str) -> Bot:
        bot = self.bots[nick] = Bot(self, nick)
        for name in channels:
            self.channels.setdefault(name, Channel(name)).members.add(nick)
        return bot

    # Who is there

    def is_taken(self, nick: str) -> bool:
        return (
            nick in self.clients
            or nick in self.bots
            or any(nick in link.nicks for link in self.links.values())
        )

    async def admits(self, nick: str, password: str) -> bool:
        return not self.password or await self._matches(password, self.password)

    async def may_rule(self, name: str, password: str) -> bool:
        if name not in self.operators:
            return False
        return await self._matches(password, self.operators[name])

    async def _matches(self, given: str, wanted: str) -> bool:
        await asyncio.sleep(0)
        return hmac.compare_digest(given.encode(), wanted.encode())

    async def lookup(self, nick: str) -> dict[str, str] | None:
        """What is known of somebody, here or elsewhere in the mesh."""
        client = self.clients.get(nick)
        if client is not None:
            return {
                "user": client.user,
                "realname": client.realname,
                "server": self.name,
                "away": client.away,
            }
        for link in self.links.values():
            await link.introduced.wait()
            if nick in link.nicks:
                return link.nicks[nick]
        return None

    async def statistics(self) -> dict[str, int]:
        sizes = [await link.size() for link in self.links.values()]
        return {
            "clients": len(self.clients),
            "channels": len(self.channels),
            "elsewhere": sum(sizes),
        }

    # What happens

    async def welcome(self, client: Client) -> None:
        self.clients[client.nick] = client
        client.reply("001", f"Welcome to {self.name}, {client.nick}")
        client.reply("004", self.name, VERSION)
        await self.relay(Message("SNICK", (client.nick, client.user, client.realname)))

    async def rename(self, client: Client, nick: str) -> None:
        message = Message("NICK", (nick,), client.prefix)
        old = client.nick
        self.clients[nick] = self.clients.pop(old)
        client.nick = nick
        for channel in self.channels.values():
            channel.rename(old, nick)
        await client.send(message)
        await self.relay(Message("SRENAME", (old, nick)))

    async def quit(self, client: Client, text: str) -> None:
        self.clients.pop(client.nick, None)
        message = Message("QUIT", (text,), client.prefix)
        for channel in self.channels.values():
            if client.nick in channel.members:
                channel.leave(client.nick)
                await self.broadcast(channel, message)
        await self.relay(Message("SQUIT", (client.nick, text)))

    async def broadcast(self, channel: Channel, message: Message, but: str = "") -> None:
        """Tells the members of a channel who are on this server."""
        for nick in sorted(channel.members - {but}):
            if nick in self.clients:
                await self.clients[nick].send(message)
            elif nick in self.bots:
                try:
                    await self.bots[nick].hear(channel, message)
                except Exception:
                    logger.exception("%s failed", nick)

    async def deliver(self, nick: str, message: Message) -> bool:
        """Tells one person, wherever they are; whether there is such a person."""
        if nick in self.clients:
            await self.clients[nick].send(message)
            return True
        for link in self.links.values():
            if nick in link.nicks:
                await link.send(Message("SPRIV", message.params, message.prefix))
                return True
        return False

    async def relay(self, message: Message) -> None:
        """Tells the other servers."""
        for link in list(self.links.values()):
            await link.send(message)
