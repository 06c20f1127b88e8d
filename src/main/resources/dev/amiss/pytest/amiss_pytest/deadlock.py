"""Notices an event loop that nothing can wake any more."""

from __future__ import annotations

import os
import selectors
import signal
import sys
import threading
from typing import Any

from amiss_pytest.events import Events


def watch_selectors(events: Events) -> None:
    """Tells of a selector about to wait for ever in a process where nothing else can happen."""
    for name in ("EpollSelector", "KqueueSelector", "PollSelector", "SelectSelector"):
        selector = getattr(selectors, name, None)
        if selector is not None:
            _watch(selector, events)


def _watch(selector: Any, events: Events) -> None:
    original = selector.select

    def select(self: Any, timeout: Any = None) -> Any:
        if timeout is None and _hopeless(self):
            events.send("deadlock")
        return original(self, timeout)

    selector.select = select


def _hopeless(selector: Any) -> bool:
    """Only the loop's own wake-up is waited for, and there is nobody to use it."""
    asyncio_events = sys.modules.get("asyncio.events")
    loop: Any = asyncio_events._get_running_loop() if asyncio_events is not None else None
    if loop is None or selector is not getattr(loop, "_selector", None):
        return False
    if loop._ready or loop._scheduled or getattr(loop, "_signal_handlers", None):
        return False
    own = getattr(loop, "_ssock", None)
    if own is None or list(selector.get_map()) != [own.fileno()]:
        return False
    return signal.getitimer(signal.ITIMER_REAL)[0] == 0 and _alone()


def _alone() -> bool:
    """One thread and no child process. C threads count, such as faulthandler's timer."""
    try:
        if len(os.listdir("/proc/self/task")) > 1:
            return False
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:
            return not file.read().strip()
    except OSError:
        return threading.active_count() == 1 and not sys.platform.startswith("linux")
