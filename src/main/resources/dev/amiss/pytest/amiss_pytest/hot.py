"""A process that has collected the tests, and forks itself to run some of them for each mutant.

The fork goes on where pytest was, so that all that follows is pytest's own: the protocol of each
test, the end of the session, and the way in which the interpreter exits.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import stat
import sys
import tempfile
import threading
from collections.abc import Callable
from typing import Any, Optional

import pytest

from amiss_pytest import become, processes
from amiss_pytest.forks import Forks
from amiss_pytest.roots import Roots

# They have put the tests into order; what is left for them is to write down how the tests ended.
_OF_NO_USE = ("lfplugin", "nfplugin")


class Collected:
    """What a hot run starts from: a session about to run its tests."""

    def __init__(self, forks: Forks, request: dict[str, Any]) -> None:
        self._forks = forks
        self._temporary: str = request["temporary"]
        self._log: str = request["log"]
        self._late: list[str] = request["late"]
        self._descriptors = _descriptors()
        self._has_told = False

    def refuse(self, reason: str) -> None:
        """Says why there is nothing to fork from, unless it is known."""
        if not self._has_told:
            self._has_told = True
            self._forks.tell({"refused": reason, "tests": 0})

    def serve(
        self, session: pytest.Session, roots: Roots, unfit: Callable[[str], None]
    ) -> tuple[dict[str, Any], int]:
        """Forks when asked. Comes back in the forks only, with their request and their channel.

        ``unfit`` ends a fork, whatever it is at, with a reason.
        """
        capture = session.config.pluginmanager.getplugin("capturemanager")
        if capture is not None:
            capture.stop_global_capturing()
        failed = "collecting the tests fails" if session.testsfailed else None
        reason = failed or self._objection(session.config)
        if reason is not None:
            self.refuse(reason)
            os._exit(0)
        for name in _OF_NO_USE:
            session.config.pluginmanager.unregister(name=name)
        for module in ("modules", "switch"):
            importlib.import_module(f"amiss_pytest.{module}")
        if self._late:
            self._import_ahead(session.config, roots, unfit)
        gc.collect()
        gc.freeze()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self._has_told = True
        self._forks.tell({"refused": None, "tests": len(session.items)})
        request, channel = self._forks.serve()
        if capture is not None:  # as it is between collection and the first test
            capture.start_global_capturing()
            capture.suspend_global_capture()
        order = become.read_request(request)
        processes.cap_memory(order["limits"]["memory"])
        return order, channel

    def _import_ahead(
        self, config: pytest.Config, roots: Roots, unfit: Callable[[str], None]
    ) -> None:
        """What cannot be undone has to be left to the forks: once more, without."""
        from amiss_pytest import ahead

        try:
            ahead.import_ahead(self._late, roots, unfit)
            unsound = self._objection(config)
        except ahead.Unsound as problem:
            unsound = str(problem)
        except Exception as problem:  # there are classes and modules that do not take what they had
            unsound = f"importing them cannot be undone: {problem!r}"
        if unsound is not None:
            self._forks.tell({"refused": unsound, "tests": 0, "unsound": unsound})
            os._exit(0)

    def _objection(self, config: pytest.Config) -> Optional[str]:
        """What forks of this process could not have of their own, or would have to share."""
        threads = [t.name for t in threading.enumerate() if t is not threading.main_thread()]
        if threads or _count("/proc/self/task") > 1:
            return f"collecting the tests starts threads ({', '.join(threads) or 'of C code'})"
        asyncio_events = sys.modules.get("asyncio.events")
        if asyncio_events is not None and asyncio_events._get_running_loop() is not None:
            return "an event loop runs while the tests are collected"
        if processes.has_children():
            return "collecting the tests starts processes"
        if signal.getitimer(signal.ITIMER_REAL)[0]:
            return "collecting the tests sets a timer"
        if _session_timeout(config):
            return "pytest-timeout limits the whole session"
        if tempfile.gettempdir() == self._temporary and _count(self._temporary):
            return "collecting the tests makes temporary files"
        return self._shared()

    def _shared(self) -> Optional[str]:
        """A file or a connection that all forks would have in common."""
        for descriptor, target in _descriptors().items():
            if self._descriptors.get(descriptor) == target or target in (os.devnull, self._log):
                continue
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISCHR(mode) or stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                return f"collecting the tests opens a connection ({target})"
            if _is_written(descriptor):
                return f"collecting the tests opens a file to write to ({target})"
        return None


def _descriptors() -> dict[int, str]:
    """What each open descriptor leads to."""
    found = {}
    for name in os.listdir("/proc/self/fd"):
        try:
            found[int(name)] = os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            pass  # that of the listing itself
    return found


def _is_written(descriptor: int) -> bool:
    import fcntl

    return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY


def _count(folder: str) -> int:
    return len(os.listdir(folder))


def _session_timeout(config: pytest.Config) -> bool:
    """Whether pytest-timeout ends the session some time after it began."""
    try:
        given = config.getoption("session_timeout", None) or config.getini("session_timeout")
    except (KeyError, ValueError):
        return False
    return bool(given) and float(given) > 0
