"""Notices an event loop that nothing can wake any more, or not for long."""

from __future__ import annotations

import os
import select
import selectors
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, Optional

from amiss_pytest.events import Events

# A wait that is this long already is worth a look from outside, in seconds.
_LONG = 0.5
# A timer that is due sooner is not worth telling of, in seconds.
_SOON = 5.0
# What trio takes for ever to be, in seconds.
_FOR_EVER_OF_TRIO = 24 * 60 * 60


def watch_selectors(events: Events) -> None:
    """Tells of a selector about to wait, for ever or long, where nothing else can happen."""
    for name in ("EpollSelector", "KqueueSelector", "PollSelector", "SelectSelector"):
        selector = getattr(selectors, name, None)
        if selector is not None:
            _watch(selector, events)


def _watch(selector: Any, events: Events) -> None:
    original = selector.select

    def select_and_tell(self: Any, timeout: Any = None) -> Any:
        if (timeout is not None and timeout < _SOON) or not _hopeless(self):
            return original(self, timeout)
        if timeout is not None:
            return _sleep(events, lambda: original(self, timeout), timeout)
        return _wait(events, lambda seconds: original(self, seconds), None, lambda: _hopeless(self))

    selector.select = select_and_tell


def watch_trio(events: Events) -> None:
    """The same for trio, once it is imported."""
    module: Any = sys.modules.get("trio._core._io_epoll")
    if module is None or hasattr(module, _WATCHED):
        return
    setattr(module, _WATCHED, True)
    manager = module.EpollIOManager
    original = manager.get_events

    def get_events(self: Any, timeout: float) -> Any:
        if timeout < _SOON or not _hopeless_in_trio(self):
            return original(self, timeout)
        if timeout < _FOR_EVER_OF_TRIO:
            return _sleep(events, lambda: original(self, timeout), timeout)
        return _wait(
            events,
            lambda seconds: original(self, seconds),
            timeout,
            lambda: _hopeless_in_trio(self),
        )

    manager.get_events = get_events


_WATCHED = "amiss: watched"


def _sleep(events: Events, poll: Callable[[], Any], seconds: float) -> Any:
    """A timer will end it, in so many seconds, and nothing can before."""
    if not _alone():
        return poll()
    events.send("asleep", seconds)
    ready = poll()
    events.send("awake")
    return ready


def _wait(
    events: Events,
    poll: Callable[[Optional[float]], Any],
    for_ever: Optional[float],
    hopeless: Callable[[], bool],
) -> Any:
    # In this order: a thread that has just ended may have left something to do.
    if _alone() and hopeless():
        events.send("deadlock")
        ready = poll(for_ever)
        events.send("awake")  # there was a way after all, which the supervisor must know
        return ready
    # Other threads may wake this one: where they wait for ever too, the supervisor can see it.
    ready = poll(_LONG)
    if ready or not hopeless():
        return ready
    thread = threading.get_native_id()
    events.send("waiting", thread)
    try:
        return poll(for_ever)
    finally:
        events.send("waited", thread)


def _hopeless_in_trio(manager: Any) -> bool:
    """Only what other threads use to wake trio is waited for."""
    run: Any = sys.modules.get("trio._core._run")
    runner = getattr(run.GLOBAL_RUN_CONTEXT, "runner", None) if run is not None else None
    if runner is None or runner.io_manager is not manager or runner.is_guest:
        return False
    wakeup = runner.entry_queue.wakeup.wakeup_sock.fileno()
    return set(manager._registered) <= {wakeup} and not signal.getitimer(signal.ITIMER_REAL)[0]


def _hopeless(selector: Any) -> bool:
    """Only the loop's own wake-up is waited for, or a timer, and there is nobody to use it."""
    asyncio_events = sys.modules.get("asyncio.events")
    loop: Any = asyncio_events._get_running_loop() if asyncio_events is not None else None
    if loop is None or selector != getattr(loop, "_selector", None):
        return False
    own = getattr(loop, "_ssock", None)
    if own is None or list(selector.get_map()) != [own.fileno()]:
        return False
    if getattr(loop, "_signal_handlers", None) or signal.getitimer(signal.ITIMER_REAL)[0]:
        return False
    return not (loop._ready or _readable(own.fileno()))


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
