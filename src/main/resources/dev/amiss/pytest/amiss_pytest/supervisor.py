"""Runs pytest for Java: the process that starts, watches and ends every run of one worker."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from typing import Any, NoReturn, Optional

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from amiss_pytest import processes  # noqa: E402
from amiss_pytest.children import Children  # noqa: E402
from amiss_pytest.run import Run  # noqa: E402

VERSION = 1


class Java:
    """The other end: lines of JSON on what were this process's standard files."""

    def __init__(self) -> None:
        # Nothing that runs here may write between our lines or read them.
        self._input = os.dup(0)
        self._output = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        self._unread = b""
        self._lines: list[bytes] = []
        self.gone = False

    def fileno(self) -> int:
        """Readable when Java said something or has gone."""
        return self._input

    def hear(self) -> None:
        """Takes what has come; call when there is something to read."""
        data = os.read(self._input, 1 << 20)
        self.gone = self.gone or not data
        *lines, self._unread = (self._unread + data).split(b"\n")
        self._lines += lines

    def heard(self, op: str) -> bool:
        """Whether a request of that kind has come; it is then taken out of the line."""
        for line in self._lines:
            if json.loads(line).get("op") == op:
                self._lines.remove(line)
                return True
        return False

    def next_request(self) -> Optional[dict[str, Any]]:
        """The next request; None once Java has gone."""
        while not self._lines:
            if self.gone:
                return None
            self.hear()
        request: dict[str, Any] = json.loads(self._lines.pop(0))
        return request

    def tell(self, **answer: Any) -> None:
        """Sends one answer."""
        data = memoryview((json.dumps(answer) + "\n").encode("ascii"))
        while data:
            data = data[os.write(self._output, data) :]


class Supervisor:
    """Serves the requests, one at a time."""

    def __init__(self, java: Java) -> None:
        self._java = java
        self._children: Optional[Children] = None

    def serve(self) -> None:
        """Until Java quits or goes away."""
        while (request := self._java.next_request()) is not None:
            if request["op"] == "quit":
                return
            if request["op"] == "prepare":
                self._prepare(request)
            elif request["op"] == "run":
                self._run(request)

    def _prepare(self, request: dict[str, Any]) -> None:
        if request["version"] != VERSION:
            raise SystemExit(f"this is version {VERSION} of the protocol, not {request['version']}")
        before = os.times()
        if self._children is not None:
            self._children.close()
        os.chdir(request["root"])
        self._children = Children(request)
        warm = self._children.warm_up(request["warm"])
        after = os.times()
        self._java.tell(
            op="ready",
            version=VERSION,
            python=".".join(map(str, sys.version_info[:3])),
            pytest=_version_of_pytest(),
            pid=os.getpid(),
            plugins=_plugins(),
            platform=sys.platform,
            **warm,
            cpuSeconds=round(sum(after[:4]) - sum(before[:4]), 6),
        )

    def _run(self, request: dict[str, Any]) -> None:
        began = time.monotonic()
        folder: Optional[str] = None
        try:
            if self._children is None:
                raise RuntimeError("run before prepare")
            folder = self._children.folder(request)
            answer = self._watched(request, self._children, folder)
        except Exception as problem:  # whatever happens here, Java gets its answer
            answer = {
                "outcome": "refused",
                "reason": f"{type(problem).__name__}: {problem}",
                "seconds": time.monotonic() - began,
            }
        if folder is not None:
            _remove(folder)
        if self._java.gone:
            raise SystemExit(0)
        self._java.tell(op="done", id=request["id"], **answer)

    def _watched(
        self, request: dict[str, Any], children: Children, folder: str
    ) -> dict[str, Any]:
        child, events = children.start(request, folder)
        try:
            return Run(request, child, events).watch(self._java.fileno(), self._stop_asked)
        finally:
            os.close(events)
            processes.kill_group(child.pid)
            processes.sweep(children.lasting())

    def _stop_asked(self) -> bool:
        self._java.hear()
        return self._java.gone or self._java.heard("cancel") or self._java.heard("quit")

    def close(self) -> None:
        """Ends every process started from here."""
        if self._children is not None:
            self._children.close()
        processes.sweep(frozenset())


def _remove(folder: str) -> None:
    """Removes a run's folder, whatever the tests made of its modes."""
    for path, _, _ in os.walk(folder):
        try:
            os.chmod(path, 0o700)
        except OSError:
            pass
    shutil.rmtree(folder, ignore_errors=True)


def _version_of_pytest() -> Optional[str]:
    from importlib import metadata

    try:
        return metadata.version("pytest")
    except metadata.PackageNotFoundError:
        return None


def _plugins() -> list[dict[str, str]]:
    from importlib import metadata

    found = {}
    for distribution in metadata.distributions():
        if any(entry.group == "pytest11" for entry in distribution.entry_points):
            found[distribution.metadata["Name"]] = distribution.version
    return [{"name": name, "version": found[name]} for name in sorted(found, key=str.lower)]


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(0)


def main() -> None:
    """Serves Java on the standard files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for Java, which then closes our input
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    processes.adopt_orphans()
    supervisor = Supervisor(Java())
    try:
        supervisor.serve()
    finally:
        supervisor.close()


if __name__ == "__main__":
    main()
