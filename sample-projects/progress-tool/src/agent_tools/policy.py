"""Which commands the agent may run."""

from __future__ import annotations

import asyncio
from pathlib import Path


class CommandRefused(Exception):
    """The policy forbids this command."""


class Policy:
    """Forbidden words, one a line in a file, or none where there is no file."""

    def __init__(self, rules: Path | None = None) -> None:
        self._file = rules
        self._forbidden: frozenset[str] | None = None

    async def allows(self, command: str) -> bool:
        forbidden = await self._rules()
        return forbidden.isdisjoint(command.split())

    async def _rules(self) -> frozenset[str]:
        if self._forbidden is None:
            loop = asyncio.get_running_loop()
            self._forbidden = frozenset(await loop.run_in_executor(None, self._lines))
        return self._forbidden

    def _lines(self) -> list[str]:
        if self._file is None:
            return []
        return self._file.read_text(encoding="utf-8").split()
