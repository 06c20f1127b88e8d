from unittest.mock import AsyncMock

from agent_tools.notify import Notifier


async def test_done_is_published():
    publisher = AsyncMock()
    await Notifier(publisher).done("shell", "bye")
    # Weak: a call that nobody awaits is a call as well.
    publisher.publish.assert_called_once_with("done", {"tool": "shell", "message": "bye"})


async def test_a_failure_is_published():
    publisher = AsyncMock()
    await Notifier(publisher).failed("shell", ValueError("no"))
    publisher.publish.assert_awaited_once_with("failed", {"tool": "shell", "error": "no"})
