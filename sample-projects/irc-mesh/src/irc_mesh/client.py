"""A client's connection. A command is handled by the method that bears its name."""

from __future__ import annotations

import time

from .awaiting import maybe_await
from .channel import Channel
from .connection import Connection
from .message import Message

VERSION = "irc-mesh-1.0"


class Client(Connection):
    """Somebody with a nick. Handlers wait only where they have something to wait for."""

    nick = ""
    user = ""
    realname = ""
    away = ""
    operator = False
    wallops = False
    password = ""

    @property
    def prefix(self) -> str:
        return f"{self.nick}!{self.user}@{self.server.name}"

    @property
    def registered(self) -> bool:
        return bool(self.nick and self.user)

    def reply(self, code: str, *params: str) -> None:
        self.put(Message(code, (self.nick or "*", *params), self.server.name))

    def channel(self, name: str) -> Channel | None:
        channel = self.server.channels.get(name)
        if channel is None:
            self.reply("403", name, "No such channel")
        return channel

    async def dispatch(self, message: Message) -> None:
        handler = getattr(self, f"_handle_{message.command.lower()}", None)
        if handler is None:
            self.reply("421", message.command, "Unknown command")
            return
        await maybe_await(handler(message))

    async def on_lost(self) -> None:
        if self.registered and self.nick in self.server.clients:
            await self.server.quit(self, "Connection lost")

    # Registration

    def _handle_cap(self, message: Message) -> None:
        if message.param(0).upper() == "LS":
            self.put(Message("CAP", ("*", "LS", ""), self.server.name))

    def _handle_pass(self, message: Message) -> None:
        self.password = message.param(0)

    async def _handle_nick(self, message: Message) -> None:
        nick = message.param(0)
        if not nick:
            self.reply("431", "No nickname given")
        elif self.server.is_taken(nick):
            self.reply("433", nick, "Nickname is already in use")
        elif self.registered:
            await self.server.rename(self, nick)
        else:
            self.nick = nick
            await self._register()

    async def _handle_user(self, message: Message) -> None:
        if self.user:
            self.reply("462", "You may not register again")
            return
        self.user, self.realname = message.param(0), message.param(3)
        await self._register()

    async def _register(self) -> None:
        if not self.registered:
            return
        if not await self.server.admits(self.nick, self.password):
            self.reply("464", "Password incorrect")
            await self.close()
            return
        await self.server.welcome(self)

    # Being there

    def _handle_ping(self, message: Message) -> None:
        self.put(Message("PONG", (self.server.name, message.param(0)), self.server.name))

    def _handle_pong(self, message: Message) -> None:
        self.server.last_seen[self.nick] = time.time()

    async def _handle_quit(self, message: Message) -> None:
        await self.server.quit(self, message.param(0, "Quit"))
        await self.close()

    def _handle_away(self, message: Message) -> None:
        self.away = message.param(0)
        if self.away:
            self.reply("306", "You have been marked as being away")
        else:
            self.reply("305", "You are no longer marked as being away")

    # Channels

    async def _handle_join(self, message: Message) -> None:
        for name in message.param(0).split(","):
            if not name.startswith("#"):
                self.reply("403", name, "No such channel")
                continue
            channel = self.server.channels.setdefault(name, Channel(name))
            if not channel.admits(self.nick):
                self.reply("473", name, "Cannot join channel")
                continue
            channel.join(self.nick)
            await self.server.broadcast(channel, Message("JOIN", (name,), self.prefix))
            await self.server.relay(Message("SJOIN", (name, self.nick), self.server.name))
            self._topic(channel)
            self._names(channel)

    async def _handle_part(self, message: Message) -> None:
        channel = self.channel(message.param(0))
        if channel is None:
            return
        text = message.param(1, self.nick)
        await self.server.broadcast(channel, Message("PART", (channel.name, text), self.prefix))
        await self.server.relay(Message("SPART", (channel.name, self.nick), self.server.name))
        channel.leave(self.nick)

    async def _handle_topic(self, message: Message) -> None:
        channel = self.channel(message.param(0))
        if channel is None:
            return
        if len(message.params) == 1:
            self._topic(channel)
            return
        channel.topic = message.param(1)
        topic = Message("TOPIC", (channel.name, channel.topic), self.prefix)
        await self.server.broadcast(channel, topic)
        await self.server.relay(Message("STOPIC", (channel.name, channel.topic), self.server.name))

    async def _handle_mode(self, message: Message) -> None:
        name, change = message.param(0), message.param(1)
        channel = self.server.channels.get(name)
        if channel is None:
            self.reply("221", "+w" if self.wallops else "+")
        elif not change:
            self.reply("324", name, "+" + "".join(sorted(channel.modes)))
        elif self.nick not in channel.operators:
            self.reply("482", name, "You're not channel operator")
        else:
            self._change(channel, change, message.param(2))
            mode = Message("MODE", (name, *message.params[1:]), self.prefix)
            await self.server.broadcast(channel, mode)

    def _change(self, channel: Channel, change: str, argument: str) -> None:
        sign, letters = change[0], change[1:]
        for letter in letters:
            group, value = {
                "o": (channel.operators, argument),
                "b": (channel.bans, argument),
            }.get(letter, (channel.modes, letter))
            if sign == "+":
                group.add(value)
            else:
                group.discard(value)

    async def _handle_kick(self, message: Message) -> None:
        channel = self.channel(message.param(0))
        if channel is None:
            return
        if self.nick not in channel.operators:
            self.reply("482", channel.name, "You're not channel operator")
            return
        nick = message.param(1)
        kick = Message("KICK", (channel.name, nick, message.param(2, nick)), self.prefix)
        await self.server.broadcast(channel, kick)
        channel.leave(nick)

    async def _handle_invite(self, message: Message) -> None:
        nick, name = message.param(0), message.param(1)
        channel = self.channel(name)
        if channel is None:
            return
        channel.invited.add(nick)
        self.reply("341", nick, name)
        if not await self.server.deliver(nick, Message("INVITE", (nick, name), self.prefix)):
            self.reply("401", nick, "No such nick")

    def _handle_names(self, message: Message) -> None:
        channel = self.channel(message.param(0))
        if channel is not None:
            self._names(channel)

    def _handle_list(self, message: Message) -> None:
        for channel in self.server.channels.values():
            self.reply("322", channel.name, str(len(channel.members)), channel.topic)
        self.reply("323", "End of LIST")

    def _topic(self, channel: Channel) -> None:
        if channel.topic:
            self.reply("332", channel.name, channel.topic)
        else:
            self.reply("331", channel.name, "No topic is set")

    def _names(self, channel: Channel) -> None:
        self.reply("353", "=", channel.name, channel.names())
        self.reply("366", channel.name, "End of NAMES list")

    # Talking

    async def _handle_privmsg(self, message: Message) -> None:
        target, text = message.param(0), message.param(1)
        if target.startswith("#"):
            channel = self.channel(target)
            if channel is not None:
                said = Message("PRIVMSG", (target, text), self.prefix)
                await self.server.broadcast(channel, said, but=self.nick)
                await self.server.relay(Message("SMSG", (target, text), self.prefix))
        elif not await self.server.deliver(target, Message("PRIVMSG", (target, text), self.prefix)):
            self.reply("401", target, "No such nick")

    async def _handle_notice(self, message: Message) -> None:
        notice = Message("NOTICE", message.params, self.prefix)
        await self.server.deliver(message.param(0), notice)

    async def _handle_wallops(self, message: Message) -> None:
        if not self.operator:
            self.reply("481", "Permission denied")
            return
        text = Message("WALLOPS", message.params, self.prefix)
        for client in list(self.server.clients.values()):
            if client.wallops:
                await client.send(text)

    # Asking

    def _handle_who(self, message: Message) -> None:
        channel = self.server.channels.get(message.param(0))
        for nick in sorted(channel.members) if channel else []:
            self.reply("352", message.param(0), nick, "H")
        self.reply("315", message.param(0), "End of WHO list")

    async def _handle_whois(self, message: Message) -> None:
        nick = message.param(0)
        found = await self.server.lookup(nick)
        if found is None:
            self.reply("401", nick, "No such nick")
            return
        self.reply("311", nick, found["user"], found["server"], "*", found["realname"])
        if found.get("away"):
            self.reply("301", nick, found["away"])
        self.reply("318", nick, "End of WHOIS list")

    def _handle_ison(self, message: Message) -> None:
        here = [nick for nick in message.params if nick in self.server.clients]
        self.reply("303", " ".join(here))

    def _handle_userhost(self, message: Message) -> None:
        nicks = [nick for nick in message.params if nick in self.server.clients]
        self.reply("302", " ".join(f"{nick}=+{self.server.clients[nick].user}" for nick in nicks))

    def _handle_motd(self, message: Message) -> None:
        for line in self.server.motd:
            self.reply("372", f"- {line}")
        self.reply("376", "End of MOTD command")

    def _handle_lusers(self, message: Message) -> None:
        self.reply("251", f"There are {len(self.server.clients)} users")

    def _handle_version(self, message: Message) -> None:
        self.reply("351", VERSION, self.server.name)

    def _handle_time(self, message: Message) -> None:
        self.reply("391", self.server.name, time.strftime("%Y-%m-%d"))

    def _handle_info(self, message: Message) -> None:
        self.reply("371", "A small IRC server")
        self.reply("374", "End of INFO list")

    def _handle_admin(self, message: Message) -> None:
        self.reply("256", self.server.name, "Administrative info")

    async def _handle_stats(self, message: Message) -> None:
        statistics = await self.server.statistics()
        for name, value in sorted(statistics.items()):
            self.reply("249", f"{name} {value}")
        self.reply("219", message.param(0, "*"), "End of STATS report")

    def _handle_links(self, message: Message) -> None:
        for name in sorted(self.server.links):
            self.reply("364", name, self.server.name)
        self.reply("365", "*", "End of LINKS list")

    async def _handle_map(self, message: Message) -> None:
        sizes = {name: await link.size() for name, link in self.server.links.items()}
        for name, size in sorted(sizes.items()):
            self.reply("015", f"{name} [{size} users]")
        self.reply("017", "End of MAP")

    # Ruling

    async def _handle_oper(self, message: Message) -> None:
        if await self.server.may_rule(message.param(0), message.param(1)):
            self.operator = True
            self.reply("381", "You are now an IRC operator")
        else:
            self.reply("464", "Password incorrect")

    async def _handle_kill(self, message: Message) -> None:
        if not self.operator:
            self.reply("481", "Permission denied")
            return
        victim = self.server.clients.get(message.param(0))
        if victim is not None:
            await self.server.quit(victim, f"Killed by {self.nick}")
            await victim.close()

    def _handle_rehash(self, message: Message) -> None:
        if self.operator:
            self.reply("382", "irc-mesh.conf", "Rehashing")
        else:
            self.reply("481", "Permission denied")
