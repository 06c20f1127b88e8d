"""What all tools have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent import Agent


@dataclass(frozen=True)
class Response:
    """What a tool tells the model."""

    message: str
    break_loop: bool = False


class Tool:
    """A thing the model can ask for. Subclasses say what it does in ``execute``."""

    def __init__(self, agent: Agent, name: str, args: dict[str, Any]) -> None:
        self.agent = agent
        self.name = name
        self.args = args
        self.progress = ""
        self.log = agent.log.log("tool", f"Using {name}")

    async def execute(self) -> Response:
        raise NotImplementedError

    async def on_start(self) -> None:
        """Called before ``execute``. A subclass may prepare something; nothing by default."""

    async def before_execution(self) -> None:
        await self.on_start()
        await self.agent.extensions.call("tool_start", tool=self)

    async def after_execution(self, response: Response) -> None:
        self.log.update(content=response.message)
        await self.agent.extensions.call("tool_end", tool=self, response=response)
        self.agent.log.set_progress("waiting for the model")

    async def set_progress(self, content: str | None):
        await self.agent.extensions.call("tool_progress", tool=self, content=content)
        self.progress = content or ""

    def add_progress(self, content: str | None) -> None:
        self.progress += content or ""
