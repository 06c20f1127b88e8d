"""A sandboxed shell: its commands are coroutine functions which write to its screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Callable

Command = Callable[["ShellSession", str], Awaitable[None]]


async def echo(shell: ShellSession, argument: str) -> None:
    """Writes its argument."""
    shell.write(argument)


async def count(shell: ShellSession, argument: str) -> None:
    """Writes the numbers up to its argument, with a little work between them."""
    for number in range(1, int(argument) + 1):
        await asyncio.sleep(0.002)
        shell.write(str(number))


async def wait(shell: ShellSession, argument: str) -> None:
    """Waits for so many seconds."""
    await asyncio.sleep(float(argument))


COMMANDS: dict[str, Command] = {"echo": echo, "count": count, "wait": wait}


class ShellSession:
    """One shell. It runs one command at a time, while its screen can be read."""

    def __init__(self) -> None:
        self._screen: list[str] = []
        self._read = 0
        self._task: asyncio.Task[None] | None = None
        self._reading = asyncio.Lock()

    @classmethod
    async def connect(cls) -> ShellSession:
        session = cls()
        await asyncio.sleep(0)
        return session

    @property
    def busy(self) -> bool:
        return self._task is not None and not self._task.done()

    def write(self, line: str) -> None:
        self._screen.append(line)

    async def send_command(self, text: str) -> None:
        """Starts a command. It goes on while the caller polls the screen."""
        name, _, argument = text.partition(" ")
        if name not in COMMANDS:
            self.write(f"{name}: command not found")
            return
        await self._finish()
        self._task = asyncio.create_task(self._run(COMMANDS[name], argument))

    async def read_output(self) -> tuple[str, str]:
        """The whole screen, and what is new on it since the last call."""
        async with self._reading:
            new = self._screen[self._read :]
            self._read = len(self._screen)
            return "\n".join(self._screen), "\n".join(new)

    def close(self) -> None:
        """Stops the command without waiting for its end."""
        if self._task is not None:
            self._task.cancel()

    async def aclose(self) -> None:
        """Stops the command and waits until it has ended."""
        self.close()
        await self._finish()

    async def _finish(self) -> None:
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self, command: Command, argument: str) -> None:
        try:
            await command(self, argument)
        except Exception as error:
            self.write(f"error: {error}")
