"""The tool that runs commands in a shell and shows their output as it comes."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from .policy import CommandRefused
from .shell import ShellSession
from .tool import Response, Tool

if TYPE_CHECKING:
    from .agent import Agent

LONGEST_OUTPUT = 2000


def truncated(output: str, longest: int = LONGEST_OUTPUT) -> str:
    """The end of an output which is too long for the model, with a mark where it was cut."""
    return output if len(output) <= longest else "[…]" + output[-longest:]


class CodeExecutionTool(Tool):
    """Runs commands in numbered shell sessions, which outlive the single request."""

    poll_interval = 0.003

    def __init__(self, agent: Agent, name: str, args: dict[str, Any]) -> None:
        super().__init__(agent, name, args)
        self.shells = agent.shells

    async def execute(self) -> Response:
        session = int(self.args.get("session", 0))
        runtime = self.args.get("runtime", "terminal")
        if runtime == "terminal":
            output = await self.execute_terminal_command(session, self.args["code"])
        elif runtime == "output":
            output = await self.get_terminal_output(session)
        elif runtime == "reset":
            output = await self.reset_terminal(session)
        else:
            output = f"there is no runtime {runtime}"
        return Response(output)

    async def execute_terminal_command(self, session: int, command: str) -> str:
        if not await self.agent.policy.allows(command):
            raise CommandRefused(command)
        running = await self.handle_running_session(session)
        if running:
            return running
        shell = await self.open_shell(session)
        await shell.send_command(command)
        return await self.get_terminal_output(session, self.args.get("seconds"))

    async def get_terminal_output(self, session: int, seconds: float | None = None) -> str:
        """Polls until the command has ended, or until so many seconds have passed."""
        shell = self.shells[session]
        deadline = None if seconds is None else time.monotonic() + seconds
        while True:
            await asyncio.sleep(self.poll_interval)
            done = not shell.busy
            full, partial = await shell.read_output()
            if partial:
                output = truncated(full)
                await self.set_progress(output)
                self.log.update(heading=f"Session {session}", content=output)
            await self.agent.handle_intervention()
            if done:
                return truncated(full)
            if deadline is not None and time.monotonic() > deadline:
                return truncated(full) + "\n[still running]"

    async def handle_running_session(self, session: int) -> str:
        """What a session that is still busy shows; nothing where it is free."""
        shell = self.shells.get(session)
        if shell is None or not shell.busy:
            return ""
        full, _ = await shell.read_output()
        output = truncated(full)
        await self.set_progress(output)
        self.log.update(heading=f"Session {session} is busy", content=output)
        return output + "\n[still running]"

    async def open_shell(self, session: int) -> ShellSession:
        if session not in self.shells:
            self.shells[session] = await ShellSession.connect()
        return self.shells[session]

    async def reset_terminal(self, session: int) -> str:
        """Ends a session and begins a new one in its place."""
        shell = self.shells.pop(session, None)
        if shell is not None:
            await shell.aclose()
        await self.open_shell(session)
        await self.set_progress(None)
        return f"session {session} was reset"

    async def works(self) -> bool:
        """Whether shells can be opened here at all."""
        try:
            shell = await ShellSession.connect()
            shell.close()
        except Exception:
            return False
        return True
