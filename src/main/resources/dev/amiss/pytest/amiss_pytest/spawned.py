"""Notices tests that start other Python processes, where what they reach cannot be seen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

_STARTERS = frozenset(
    (
        "subprocess.Popen",
        "os.posix_spawn",
        "os.exec",
        "os.spawn",
        "os.system",
        "os.fork",
        "os.forkpty",
    )
)
# Files that start others: their arguments decide, and are not looked into.
_FRONTS = frozenset(
    ("sh", "bash", "dash", "zsh", "env", "xargs", "nohup", "nice", "timeout", "make")
)


def watch(started: Callable[[], None]) -> None:
    """Calls ``started`` for each process that is or may be a Python one."""

    def hook(event: str, details: tuple[Any, ...]) -> None:
        if event in _STARTERS and _may_be_python(event, details):
            started()

    sys.addaudithook(hook)


class MultiprocessingCount:
    """Notices processes of multiprocessing, whose spawning has no audit event."""

    def __init__(self) -> None:
        self._before = self._now()

    def changed(self) -> bool:
        """Whether a process was made since the last question."""
        before, self._before = self._before, self._now()
        return before != self._before

    @staticmethod
    def _now() -> str:
        module = sys.modules.get("multiprocessing.process")
        return repr(getattr(module, "_process_counter", "count(1)"))


def _may_be_python(event: str, details: tuple[Any, ...]) -> bool:
    if event in ("os.fork", "os.forkpty", "os.system"):
        return True
    program = details[1] if event == "os.spawn" else details[0]
    try:
        path = shutil.which(os.fsdecode(program))
        if path is None:
            return False  # it will not start
        if os.path.basename(path) in _FRONTS or os.path.samefile(path, sys.executable):
            return True
        with open(path, "rb") as file:
            return b"python" in os.path.basename(os.path.realpath(path)).encode() or (
                file.read(2) == b"#!"
            )
    except (OSError, TypeError, ValueError):
        return True  # not knowing is not a no
