"""Notices an event loop that nothing can wake any more."""

from __future__ import annotations

import os
import select
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

    def wait(self: Any, timeout: Any = None) -> Any:
        if timeout is not None or not _hopeless(self):
            return original(self, timeout)
        events.send("deadlock")
        ready = original(self, timeout)
        events.send("awake")  # there was a way after all, which the supervisor must know
        return ready

    selector.select = wait


def _hopeless(selector: Any) -> bool:
    """Only the loop's own wake-up is waited for, and there is nobody to use it."""
    asyncio_events = sys.modules.get("asyncio.events")
    loop: Any = asyncio_events._get_running_loop() if asyncio_events is not None else None
    if loop is None or selector != getattr(loop, "_selector", None):
        return False
    own = getattr(loop, "_ssock", None)
    if own is None or list(selector.get_map()) != [own.fileno()]:
        return False
    if getattr(loop, "_signal_handlers", None) or signal.getitimer(signal.ITIMER_REAL)[0]:
        return False
    # In this order: a thread that has just ended may have left something to do.
    return _alone() and not (loop._ready or loop._scheduled or _readable(own.fileno()))


def _readable(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _alone() -> bool:
    """One thread and no child process. C threads count, such as faulthandler's timer."""
    try:
        if len(os.listdir("/proc/self/task")) > 1:
            return False
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:
            return not file.read().strip()
    except OSError:
        return threading.active_count() == 1 and not sys.platform.startswith("linux")
