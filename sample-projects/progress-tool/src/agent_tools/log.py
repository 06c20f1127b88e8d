"""What the person at the screen sees: log items, and one line of progress."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class LogItem:
    """One entry of the log, which changes while its tool runs."""

    log: Log
    kind: str
    heading: str
    content: str = ""
    updates: int = 0

    def update(self, heading: str | None = None, content: str | None = None) -> None:
        if heading is not None:
            self.heading = heading
            self.log.set_progress(heading)
        if content is not None:
            self.content = content
        self.updates += 1


class Log:
    """The log of one agent. Its ``set_progress`` is a plain function, unlike the tools' own."""

    def __init__(self) -> None:
        self.items: list[LogItem] = []
        self.set_progress("waiting for input", active=False)

    def log(self, kind: str, heading: str, content: str = "") -> LogItem:
        item = LogItem(self, kind, heading, content)
        self.items.append(item)
        self.set_progress(heading)
        return item

    def set_progress(self, progress: str, active: bool = True) -> None:
        self.progress = progress
        self.progress_active = active

    def reset(self) -> None:
        self.items.clear()
        self.set_progress("waiting for input", active=False)
