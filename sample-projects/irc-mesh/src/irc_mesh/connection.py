"""What clients and links have in common: lines in, lines out."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from .message import Message

if TYPE_CHECKING:
    from .server import Server

logger = logging.getLogger(__name__)


class Connection:
    """One socket. Subclasses say in ``dispatch`` what a line means."""

    def __init__(
        self, server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.server = server
        self.reader = reader
        self.writer = writer
        self.closed = False

    async def dispatch(self, message: Message) -> None:
        raise NotImplementedError

    async def on_open(self) -> None:
        """Called before the first line. Nothing by default."""

    async def on_lost(self) -> None:
        raise NotImplementedError

    async def run(self) -> None:
        """Takes lines until there are no more."""
        await self.on_open()
        try:
            while line := await self.reader.readline():
                text = line.decode("utf-8", "replace").strip()
                if text:
                    await self.handle(Message.parse(text))
                if self.closed:
                    break
        except ConnectionError as error:
            logger.info("lost a connection: %s", error)
        finally:
            await self.on_lost()
            await self.close()

    async def handle(self, message: Message) -> None:
        """One line must not take the connection down, whatever is wrong with it."""
        try:
            await self.dispatch(message)
        except ConnectionError:
            raise
        except Exception:
            logger.exception("cannot handle %s", message)

    def put(self, message: Message) -> None:
        """Writes a line into the buffer."""
        if not self.closed:
            self.writer.write(f"{message}\r\n".encode())

    async def send(self, message: Message) -> None:
        """Writes a line and waits until there is room for more."""
        self.put(message)
        if not self.closed:
            await self.writer.drain()

    async def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except Exception as error:
            logger.debug("not closed in order: %s", error)
