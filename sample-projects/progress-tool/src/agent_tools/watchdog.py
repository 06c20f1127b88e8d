"""Tells the person at the screen that a long-running tool is still alive."""

from __future__ import annotations

import time


class Watchdog:
    """Watches the tool that runs now."""

    def __init__(self, patience: float = 10.0) -> None:
        self.patience = patience
        self.tool = None
        self.started = 0.0

    def watch(self, tool) -> None:
        self.tool = tool
        self.started = time.monotonic()

    def release(self) -> None:
        self.tool = None

    async def tick(self) -> bool:
        """Reports a tool that has been running for too long; whether there was one."""
        if self.tool is None:
            return False
        elapsed = time.monotonic() - self.started
        if elapsed < self.patience:
            return False
        await self.tool.set_progress(f"still running after {elapsed:.0f} s")
        return True
