"""Bots: clients without a socket. Commands stand in a table of the class, as plain functions."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Callable

from .awaiting import maybe_await
from .channel import Channel
from .message import Message

if TYPE_CHECKING:
    from .server import Server


class Bot:
    """Listens in channels, and answers what begins with an exclamation mark."""

    def __init__(self, server: Server, nick: str) -> None:
        self.server = server
        self.nick = nick
        self.asked = 0
        self.notes: dict[str, str] = {}
        self.seen: dict[str, str] = {}

    async def hear(self, channel: Channel, message: Message) -> None:
        """One line of a channel."""
        text = message.param(1)
        self.seen[message.nick] = text
        if message.command != "PRIVMSG" or not text.startswith("!"):
            return
        name, _, argument = text[1:].partition(" ")
        answer = await self.answer(name, argument)
        if answer:
            said = Message("PRIVMSG", (channel.name, answer), self.nick)
            await self.server.broadcast(channel, said, but=self.nick)

    async def answer(self, name: str, argument: str) -> str:
        command = self.COMMANDS.get(name)
        if command is None:
            return f"there is no {name}"
        self.asked += 1
        return await maybe_await(command(self, argument))

    def help(self, argument: str) -> str:
        return " ".join(sorted(self.COMMANDS))

    def echo(self, argument: str) -> str:
        return argument

    def upper(self, argument: str) -> str:
        return argument.upper()

    def note(self, argument: str) -> str:
        name, _, text = argument.partition(" ")
        self.notes[name] = text
        return f"noted {name}"

    def recall(self, argument: str) -> str:
        return self.notes.get(argument, "I know nothing of that")

    def last(self, argument: str) -> str:
        return self.seen.get(argument, "never seen")

    def count(self, argument: str) -> str:
        return f"asked {self.asked} times"

    async def users(self, argument: str) -> str:
        return f"{(await self.server.statistics())['clients']} users"

    async def where(self, argument: str) -> str:
        found = await self.server.lookup(argument)
        return "nowhere" if found is None else found["server"]

    async def later(self, argument: str) -> str:
        await asyncio.sleep(0.001)
        return argument

    COMMANDS: dict[str, Callable[[Any, str], Any]] = {
        "help": help,
        "echo": echo,
        "upper": upper,
        "note": note,
        "recall": recall,
        "last": last,
        "count": count,
        "users": users,
        "where": where,
        "later": later,
    }
