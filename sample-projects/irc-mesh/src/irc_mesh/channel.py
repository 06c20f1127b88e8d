"""Channels."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field


@dataclass
class Channel:
    """A room with its members, by nick."""

    name: str
    topic: str = ""
    members: set[str] = field(default_factory=set)
    operators: set[str] = field(default_factory=set)
    invited: set[str] = field(default_factory=set)
    bans: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)

    def join(self, nick: str) -> None:
        if not self.members:
            self.operators.add(nick)
        self.members.add(nick)
        self.invited.discard(nick)

    def leave(self, nick: str) -> None:
        self.members.discard(nick)
        self.operators.discard(nick)

    def rename(self, old: str, new: str) -> None:
        for group in (self.members, self.operators, self.invited):
            if old in group:
                group.remove(old)
                group.add(new)

    def admits(self, nick: str) -> bool:
        if any(fnmatch.fnmatch(nick, ban) for ban in self.bans):
            return False
        return "i" not in self.modes or nick in self.invited

    def names(self) -> str:
        return " ".join(("@" if n in self.operators else "") + n for n in sorted(self.members))
