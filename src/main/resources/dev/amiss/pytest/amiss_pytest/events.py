"""What a run tells the supervisor meanwhile: JSON arrays, one a line, through a pipe.

Tests do strange things to the process they run in. They replace ``sys.stdout``, patch ``time`` and
``os``, close descriptors and fork. So all that is needed here is taken hold of before they start.
"""

from __future__ import annotations

import fcntl
import json
import os
import threading
import time
from typing import Any

# A number far above those that tests close, count or compare.
_HIGH_DESCRIPTOR = 900


class Unfit(Exception):
    """A hot run cannot hold this mutant. The text says why, without a full stop."""


class Clock:
    """Clocks that tests cannot move: freezegun and its like replace attributes of modules only."""

    _now = staticmethod(time.clock_gettime)
    _WALL = time.CLOCK_MONOTONIC
    _CPU = time.CLOCK_PROCESS_CPUTIME_ID

    @classmethod
    def wall(cls) -> float:
        """Seconds since some fixed moment."""
        return cls._now(cls._WALL)

    @classmethod
    def cpu(cls) -> float:
        """CPU seconds of this process, all threads."""
        return cls._now(cls._CPU)


class Events:
    """Writes the events of one process; silent in its forks, and once the pipe is gone."""

    def __init__(self, descriptor: int) -> None:
        self._getpid = os.getpid
        self._fstat = os.fstat
        self._write = os.write
        self._encode = json.JSONEncoder(separators=(",", ":")).encode
        # A long line goes through a full pipe in pieces, between which other threads may write.
        # Where a finalizer speaks up in the middle of one it is the same thread that comes again.
        self._lock = threading.RLock()
        self.go_to(descriptor)

    def go_to(self, descriptor: int) -> None:
        """From now on this process writes there."""
        try:
            self._descriptor = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _HIGH_DESCRIPTOR)
            os.close(descriptor)
        except OSError:  # a low limit on descriptors
            self._descriptor = descriptor
            os.set_inheritable(descriptor, False)
        self._identity = os.fstat(self._descriptor).st_ino
        self._pid = os.getpid()

    def send(self, kind: str, *values: Any) -> None:
        """Tells the supervisor of one event."""
        self.send_all([[kind, *values]])

    def send_all(self, events: list[list[Any]]) -> None:
        """Tells it of several at once, for which it wakes up only once."""
        if not self.ours():
            return
        lines = "".join([self._encode(event) + "\n" for event in events])
        data = memoryview(lines.encode("ascii"))
        try:
            if self._fstat(self._descriptor).st_ino != self._identity:
                return  # a test closed our pipe and the number is now a file of its own
            with self._lock:
                while data:
                    data = data[self._write(self._descriptor, data) :]
        except OSError:
            pass  # closed by a test: the supervisor then sees a process that ends without a word

    def ours(self) -> bool:
        """Whether this is the process that runs the tests, not one forked from it."""
        return self._getpid() == self._pid
