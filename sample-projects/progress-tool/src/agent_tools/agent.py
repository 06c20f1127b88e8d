"""The agent: takes requests, runs the tool asked for, and lets a person step in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

from .code_execution import CodeExecutionTool
from .extensions import Extensions
from .log import Log
from .meter import Meter
from .notify import Notifier
from .policy import Policy
from .shell import ShellSession
from .tool import Response, Tool
from .watchdog import Watchdog

TOOLS: dict[str, type[Tool]] = {"code_execution": CodeExecutionTool}


class Intervention(Exception):
    """A person has something to say before the agent goes on."""


class Agent:
    """Runs tools one at a time."""

    def __init__(self, policy: Policy | None = None, notifier: Notifier | None = None) -> None:
        self.log = Log()
        self.extensions = Extensions()
        self.meter = Meter()
        self.policy = policy or Policy()
        self.notifier = notifier
        self.watchdog = Watchdog()
        self.shells: dict[int, ShellSession] = {}
        self.intervention: str | None = None

    async def handle_intervention(self) -> None:
        """Gives way to a person who wants to step in."""
        if self.intervention is not None:
            message, self.intervention = self.intervention, None
            self.log.set_progress("interrupted", active=False)
            await self.extensions.call("intervention", message=message)
            raise Intervention(message)

    def tool(self, name: str, args: dict[str, Any]) -> Tool:
        return TOOLS[name](self, name, args)

    async def run(self, name: str, **args: Any) -> Response:
        """Runs one tool from start to end."""
        if await self.meter.exhausted():
            return Response("no tokens are left", break_loop=True)
        tool = self.tool(name, args)
        self.watchdog.watch(tool)
        try:
            await tool.before_execution()
            response = await tool.execute()
            await tool.after_execution(response)
        finally:
            self.watchdog.release()
        await self.meter.add(name, len(response.message.split()))
        if self.notifier is not None:
            await self.notifier.done(name, response.message)
        return response

    async def run_all(self, requests: Iterable[dict[str, Any]]) -> list[Response]:
        """Runs several requests side by side."""
        return list(await asyncio.gather(*(self.run(**request) for request in requests)))

    async def run_watched(self, name: str, **args: Any) -> Response:
        """Runs one tool, with the watchdog looking after it."""
        running = asyncio.create_task(self.run(name, **args))
        while not running.done():
            await asyncio.wait({running}, timeout=self.watchdog.patience)
            await self.watchdog.tick()
        return await running

    async def close(self) -> None:
        for shell in self.shells.values():
            await shell.aclose()
        self.shells.clear()
        self.log.set_progress("closed", active=False)
