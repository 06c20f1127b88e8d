"""Lines of the protocol."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """One line: who sent it, a command, and its parameters."""

    command: str
    params: tuple[str, ...] = ()
    prefix: str = ""

    @staticmethod
    def parse(line: str) -> Message:
        prefix = ""
        if line.startswith(":"):
            prefix, _, line = line[1:].partition(" ")
        line, colon, last = line.partition(" :")
        command, *params = line.split() or [""]
        if colon:
            params.append(last)
        return Message(command.upper(), tuple(params), prefix)

    def __str__(self) -> str:
        words = [f":{self.prefix}"] if self.prefix else []
        words.append(self.command)
        words += self.params[:-1]
        if self.params:
            last = self.params[-1]
            words.append(f":{last}" if not last or " " in last or last[0] == ":" else last)
        return " ".join(words)

    def param(self, number: int, default: str = "") -> str:
        return self.params[number] if number < len(self.params) else default

    @property
    def nick(self) -> str:
        return self.prefix.partition("!")[0]
