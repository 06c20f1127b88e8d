from unittest.mock import AsyncMock

import pytest

from security_dashboard import SecurityEvent
from security_dashboard.websocket_handler import SecurityWebSocketHandler

pytestmark = pytest.mark.anyio


class Socket:
    """A dashboard that keeps what it was sent."""

    def __init__(self):
        self.accepted = False
        self.messages = []

    async def accept(self):
        self.accepted = True

    async def send_json(self, message):
        self.messages.append(message)


async def test_a_dashboard_gets_recent_events(manager):
    await manager.publish("login")
    socket = Socket()
    await SecurityWebSocketHandler(manager).connect(socket)
    assert socket.accepted
    assert [message["type"] for message in socket.messages] == ["recent"]
    assert socket.messages[0]["events"][0]["kind"] == "login"


async def test_a_dashboard_is_accepted():
    handler = SecurityWebSocketHandler()
    socket = AsyncMock()
    await handler.connect(socket)
    socket.accept.assert_awaited_once_with()
    assert handler.sockets == [socket]


async def test_statistics_without_a_manager_are_zeros():
    # The only test of the statistics: it runs the fallback.
    handler = SecurityWebSocketHandler()
    assert await handler._get_current_stats() == {"total": 0, "by_severity": {}, "average_ms": 0.0}


async def test_statistics_have_their_fields(manager):
    # Weak: so has the answer that stands for a failure.
    stats = await SecurityWebSocketHandler(manager)._get_current_stats()
    assert {"total", "by_severity", "average_ms"} <= set(stats)


async def test_a_connection_survives_without_events(manager):
    handler = SecurityWebSocketHandler(manager)
    await handler.connect(AsyncMock())
    assert len(handler.sockets) == 1


async def test_events_are_pushed():
    handler = SecurityWebSocketHandler()
    socket = AsyncMock()
    await handler.connect(socket)
    await handler.on_event(SecurityEvent(kind="login"))
    socket.send_json.assert_called_once()


async def test_a_dashboard_that_cannot_be_told_is_dropped():
    handler = SecurityWebSocketHandler()
    socket = AsyncMock()
    await handler.connect(socket)
    socket.send_json.side_effect = OSError("gone")
    await handler.on_event(SecurityEvent(kind="login"))
    assert handler.sockets == []


async def test_statistics_go_to_every_dashboard():
    handler = SecurityWebSocketHandler()
    sockets = [AsyncMock(), AsyncMock()]
    for socket in sockets:
        await handler.connect(socket)
    await handler.broadcast_stats()
    for socket in sockets:
        socket.send_json.assert_awaited_once()
