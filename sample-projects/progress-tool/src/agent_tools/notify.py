"""Tells others that the agent is done."""

from __future__ import annotations

import asyncio
import json


class Publisher:
    """Sends messages to a line-based server."""

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.port = port

    async def publish(self, topic: str, payload: dict[str, str]) -> None:
        _, writer = await asyncio.open_connection(self.host, self.port)
        writer.write(json.dumps({"topic": topic, **payload}).encode() + b"\n")
        await writer.drain()
        writer.close()
        await writer.wait_closed()


class Notifier:
    """Publishes what an agent has done."""

    def __init__(self, publisher: Publisher) -> None:
        self.publisher = publisher

    async def done(self, name: str, message: str) -> None:
        await self.publisher.publish("done", {"tool": name, "message": message})

    async def failed(self, name: str, error: Exception) -> None:
        await self.publisher.publish("failed", {"tool": name, "error": str(error)})
