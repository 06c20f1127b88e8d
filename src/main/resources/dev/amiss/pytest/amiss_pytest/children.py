"""Starting the child of a run: cold, as a fresh interpreter, or warm, as a fork of the zygote."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from typing import Any, Optional

from amiss_pytest import processes
from amiss_pytest.processes import Exit
from amiss_pytest.roots import Roots, python_path
from amiss_pytest.run import Child

_SESSION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "session.py")
_RUN_FIELDS = {
    "select": None,
    "deselect": [],
    "stopAtFirstFailure": False,
    "observe": None,
    "report": "full",
    "expect": [],
}


class _Cold:
    """A child of this process."""

    def __init__(self, pid: int, alarm: int) -> None:
        self.pid = pid
        self._alarm = alarm

    def fileno(self) -> int:
        return self._alarm

    def poll(self) -> Optional[Exit]:
        try:
            os.read(self._alarm, 4096)
        except BlockingIOError:
            pass
        pid, status, usage = os.wait4(self.pid, os.WNOHANG)
        return Exit.of(status, usage) if pid else None


class Children:
    """Starts children for one copy of one project."""

    def __init__(self, prepare: dict[str, Any]) -> None:
        self._roots = Roots(prepare["root"], prepare["original"])
        self._tmp: str = prepare["tmp"]
        self._alarm = _child_alarm()
        self._environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        if "PYTHONPATH" in self._environment:
            self._environment["PYTHONPATH"] = python_path(
                self._environment["PYTHONPATH"], self._roots
            )

    def warm_up(self, warm: Optional[dict[str, Any]]) -> dict[str, Any]:
        """Starts the zygote if asked to; answers the fields of ``ready`` that are about it."""
        return {"warm": False, "warmRefused": None, "preloadFailed": []}

    def folder(self, request: dict[str, Any]) -> str:
        """Makes the folder of a run, which holds its TMPDIR and pytest's cache."""
        folder = os.path.join(self._tmp, str(request["id"]))
        os.makedirs(os.path.join(folder, "t"))
        return folder

    def start(self, request: dict[str, Any], folder: str) -> tuple[Child, int]:
        """Starts a run's child; answers it and the descriptor that its events come from."""
        for field, default in _RUN_FIELDS.items():
            request.setdefault(field, default)
        output = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        events, sink = os.pipe()
        try:
            with tempfile.TemporaryFile("w+", encoding="utf-8", dir=self._tmp) as file:
                json.dump({**request, **self._places(folder)}, file)
                file.flush()
                child = self._start_cold(request, folder, (file.fileno(), sink, output))
        except BaseException:
            os.close(events)
            raise
        finally:
            os.close(sink)
            os.close(output)
        return child, events

    def _places(self, folder: str) -> dict[str, str]:
        return {
            "root": self._roots.root,
            "original": self._roots.original,
            "temporary": os.path.join(folder, "t"),
            "cache": os.path.join(folder, "c"),
        }

    def _start_cold(
        self, request: dict[str, Any], folder: str, files: tuple[int, int, int]
    ) -> Child:
        given, sink, output = files
        command = [sys.executable, _SESSION, "cold", str(given), str(sink)]
        environment = dict(self._environment, TMPDIR=os.path.join(folder, "t"))
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                processes.confine(parent, request["limits"]["memory"], output)
                processes.default_signals()
                os.set_inheritable(given, True)
                os.set_inheritable(sink, True)
                os.execve(sys.executable, command, environment)
            except BaseException as problem:
                os.write(sink, (json.dumps(["refused", str(problem)]) + "\n").encode("ascii"))
            finally:
                os._exit(127)
        return _Cold(pid, self._alarm)

    def lasting(self) -> frozenset[int]:
        """The processes that outlive a run."""
        return frozenset()

    def close(self) -> None:
        """Ends what outlived the runs."""


def _child_alarm() -> int:
    """A descriptor that becomes readable when a child of this process ends."""
    alarm, wake_up = os.pipe()
    os.set_blocking(alarm, False)
    os.set_blocking(wake_up, False)
    signal.set_wakeup_fd(wake_up, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return alarm
