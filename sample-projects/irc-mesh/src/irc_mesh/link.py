"""A connection to another server of the mesh. Commands stand in a dict."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Callable

from .channel import Channel
from .connection import Connection
from .message import Message

if TYPE_CHECKING:
    from .server import Server


class ServerLink(Connection):
    """The other server and what is known of it. The table wants coroutine functions throughout."""

    def __init__(
        self, server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        super().__init__(server, reader, writer)
        self.name = ""
        self.nicks: dict[str, dict[str, str]] = {}
        self.introduced = asyncio.Event()
        self.pongs: list[str] = []
        self.handlers: dict[str, Callable[[Message], Awaitable[None]]] = {
            "SERVER": self.handle_server,
            "SNICK": self.handle_snick,
            "SRENAME": self.handle_srename,
            "SQUIT": self.handle_squit,
            "SJOIN": self.handle_sjoin,
            "SPART": self.handle_spart,
            "STOPIC": self.handle_stopic,
            "SMSG": self.handle_smsg,
            "SPRIV": self.handle_spriv,
            "SPING": self.handle_sping,
            "SPONG": self.handle_spong,
            "ERROR": self.handle_error,
        }

    async def dispatch(self, message: Message) -> None:
        handler = self.handlers.get(message.command)
        if handler is not None:
            await handler(message)

    async def introduce(self) -> None:
        """Says who this is and who is here."""
        await self.send(Message("SERVER", (self.server.name,)))
        for client in self.server.clients.values():
            await self.send(Message("SNICK", (client.nick, client.user, client.realname)))
        for channel in self.server.channels.values():
            for nick in sorted(channel.members & set(self.server.clients)):
                await self.send(Message("SJOIN", (channel.name, nick)))

    async def on_lost(self) -> None:
        for nick in list(self.nicks):
            await self._gone(nick, f"Lost {self.name}")
        self.server.links.pop(self.name, None)

    async def size(self) -> int:
        """How many users the other server has, once it has introduced itself."""
        await self.introduced.wait()
        return len(self.nicks)

    async def handle_server(self, message: Message) -> None:
        name = message.param(0)
        if name == self.server.name or name in self.server.links:
            await self.send(Message("ERROR", ("This name is taken",)))
            await self.close()
            return
        self.name = name
        self.server.links[name] = self
        self.introduced.set()

    async def handle_snick(self, message: Message) -> None:
        nick, user, realname = (message.param(number) for number in range(3))
        self.nicks[nick] = {"user": user, "realname": realname, "server": self.name}

    async def handle_srename(self, message: Message) -> None:
        old, new = message.param(0), message.param(1)
        self.nicks[new] = self.nicks.pop(old)
        for channel in self.server.channels.values():
            if old in channel.members:
                channel.rename(old, new)
                await self.server.broadcast(channel, Message("NICK", (new,), old))

    async def handle_squit(self, message: Message) -> None:
        await self._gone(message.param(0), message.param(1))

    async def handle_sjoin(self, message: Message) -> None:
        name, nick = message.param(0), message.param(1)
        channel = self.server.channels.setdefault(name, Channel(name))
        channel.join(nick)
        await self.server.broadcast(channel, Message("JOIN", (name,), nick))

    async def handle_spart(self, message: Message) -> None:
        channel = self.server.channels.get(message.param(0))
        if channel is not None:
            part = Message("PART", (channel.name,), message.param(1))
            await self.server.broadcast(channel, part)
            channel.leave(message.param(1))

    async def handle_stopic(self, message: Message) -> None:
        channel = self.server.channels.get(message.param(0))
        if channel is not None:
            channel.topic = message.param(1)

    async def handle_smsg(self, message: Message) -> None:
        channel = self.server.channels.get(message.param(0))
        if channel is not None:
            said = Message("PRIVMSG", message.params, message.prefix)
            await self.server.broadcast(channel, said)

    async def handle_spriv(self, message: Message) -> None:
        said = Message("PRIVMSG", message.params, message.prefix)
        await self.server.deliver(message.param(0), said)

    async def handle_sping(self, message: Message) -> None:
        self.put(Message("SPONG", message.params))

    async def handle_spong(self, message: Message) -> None:
        self.pongs.append(message.param(0))

    async def handle_error(self, message: Message) -> None:
        await self.close()

    async def _gone(self, nick: str, text: str) -> None:
        self.nicks.pop(nick, None)
        for channel in self.server.channels.values():
            if nick in channel.members:
                channel.leave(nick)
                await self.server.broadcast(channel, Message("QUIT", (text,), nick))
