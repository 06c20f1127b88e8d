"""Runs pytest for Java: the process that starts, watches and ends every run of one worker.

Java starts it as ``PYTHON -B supervisor.py`` in the worker's copy of the project. Each side writes
JSON objects, one a line: Java to our standard input, we to our standard output; standard error is a
log. When the input ends we kill all that runs and exit: Java has gone, by whatever means. Nothing
listens on any address. The project's code never runs in this process, only in its children, and
those find nothing of ours in their environment but ``TMPDIR`` and ``PYTHONDONTWRITEBYTECODE=1``.

The protocol, version 1. Requests are served one at a time. Times are seconds, sizes bytes, ids
pytest's node ids, and ``|null`` stands where a value may be missing.

prepare
-------
::

    {"op": "prepare", "version": 1, "root": copy, "original": project, "tmp": folder,
     "warm": {"preload": [module]}|null}
    {"op": "ready", "version": 1, "python": "3.11.7", "pytest": "9.1.0"|null, "pid",
     "plugins": [{"name", "version"}], "platform", "warm": bool, "warmRefused": reason|null,
     "preloadFailed": [module], "cpuSeconds"}

``root`` and ``original`` are absolute: the worker's copy and the user's project. ``tmp`` is private
and has a short name; each run gets a fresh TMPDIR and a fresh cache folder of pytest's below it,
which go with the run, so that no run knows the failures of the run before.

Wherever a child would import from ``original`` it imports from ``root``: in ``sys.path`` (from .pth
files, editable installs and PYTHONPATH), in the finders of editable installs, and in PYTHONPATH for
the processes that tests start. Entries keep their places, since a run must import what plain pytest
would. Virtual environments and ``site-packages`` inside the project are not the project.

With ``warm``, a second process (the zygote) imports pytest, its plugins and those of ``preload``
that are not the project's. Modules that start threads are left out, as are all of their package.
``warmRefused`` says why there is no zygote although one was asked for. Java may ask again, for the
same copy, to load other modules.

collect
-------
::

    {"op": "collect", "args": [pytest's arguments], "deselect": [id],
     "files": {path: number of awaits}, "seconds": how long it may take, "log": file,
     "late": [module]}
    {"op": "collected", "hotRefused": reason|null, "tests": how many, "lateRefused": reason|null,
     "cpuSeconds"}

A third process becomes pytest, collects the tests without those of ``deselect``, and stops before
the first of them, for hot runs to be forked from it. The code of ``files`` gets probes, one at each
``await``, as for ``observe``. ``hotRefused`` says why forks of it could not be told from a fresh
process: it has threads, children, connections, files that it writes to, a running event loop.
It imports ``late`` besides, what the end of an unmutated session was seen to import, and keeps it
from view until somebody imports it; ``lateRefused`` says what that changed that others could see,
and then each run imports those modules itself.
All hot runs have the same TMPDIR and cache folder, emptied after each, since the code that was
imported may know their names.

Nothing starts the second or third process again when it dies: a run from it is then *lost*, and Java
has to prepare or collect anew.

compile
-------
::

    {"op": "compile", "sources": {path: source in base64},
     "files": {path: [[start, end, replacement in base64]]}}
    {"op": "compiled", "problem": text|null}

Compiles the files, one after the other, and says why the first that this Python does not take is not
taken. Nothing is run or written. Each file is its source with some of its bytes replaced, in
their order; a source is told once, and stands until another is told for its path.

run
---
::

    {"op": "run", "id", "isolation": "cold"|"warm"|"hot", "args": [pytest's arguments],
     "select": [id]|null, "deselect": [id], "stopAtFirstFailure": bool,
     "observe": {"files": {path: number of awaits}}|null, "report": "full"|"brief",
     "limits": {"perTest": {id: {"wall", "cpu", "longest"}},
                "otherTest": {"wall", "cpu", "longest"}, "startup", "exit", "memory"},
     "expect": [path], "log": file, "replaced": [path],
     "switch": {"file": path, "await": site, "raise": name|null}|null, "swap": bool}

*cold* starts a fresh interpreter that becomes what ``python -m pytest ARGS`` is; *warm* forks the
zygote, and the fork becomes the same; *hot* forks the process that collected the tests, and the fork
goes on where that stopped, with the tests selected. Each has a session of its own, no core dumps, /dev/null as
input, ``log`` as output, and at most ``memory`` of address space (warm: beyond the zygote's).

* ``args`` are exactly the user's, so that rootdir, conftests and configuration are the same.
  Options for parallel or forked runs and for coverage (``-n``, ``--dist``, ``--forked``, ``--cov``)
  are neutralised and named in ``switchedOff``.
* ``select`` deselects all other tests after collection, and its order becomes the order of the
  tests. Test files without a selected test are not collected unless named in ``args``. An id that
  several tests share selects them all. ``missing`` names selected tests that were not there.
* ``stopAtFirstFailure`` stands for ``--maxfail=1``.
* ``wall`` and ``cpu`` limit a test from its setup to its teardown (a test that is busy may be late by
  some ``wall``, so that ``cpu`` can prove the hang); ``longest`` is
  the most wall that any second opinion would give it; ``startup`` limits the time to the
  first test and between tests; ``exit`` that from the session's end to the process's.
* ``replaced`` are files that hold a mutant. They do so whatever the isolation; a hot run that has
  imported them already takes the mutant in by ``switch``, one ``await`` off, so that what was to be
  awaited is the value (or, with ``raise``, with that built-in exception in its place), or by
  ``swap``, all functions given the code that they have in the files now.
* Modules made from a file of ``expect`` must come from ``root``; ``wrongModules`` names the others.

::

    {"op": "done", "id",
     "outcome": "finished"|"timeout"|"memory"|"crashed"|"refused"|"unfit"|"lost",
     "reason": text|null, "exitStatus": int|null, "signal": int|null,
     "collected": [id], "missing": [id], "ran": number of tests started, "during": id|null,
     "tests": [{"id", "outcome": "passed"|"failed"|"skipped"|"xfailed"|"xpassed"|"error",
                "seconds", "cpuSeconds"}],
     "failures": [{"id", "when": "setup"|"call"|"teardown"|"collect"|"session", "message",
                   "exception": name|null}],
     "interrupted": text|null,
     "hang": {"test": id|null, "phase": "startup"|"test"|"exit",
              "proof": "deadlock"|"asleep"|"cpu"|"threads"|null, "seconds"}|null,
     "warnings": [{"test": id|null, "text", "qualname", "file", "line", "mock": bool,
                   "origin": {"file", "line", "function"}|null, "origins": [the same]}],
     "spawned": [id], "writes": null, "switchedOff": [option],
     "wrongModules": [{"module", "file"}], "modules": [module], "lateModules": [module],
     "seconds", "cpuSeconds", "maxRssBytes", "turned": int|null, "observed": see below|null}

* ``outcome`` is *finished* where pytest came to its end and the process left by itself;
  ``exitStatus`` is the process's own. *crashed*: a signal, ``os._exit``, or pytest's exit codes 3
  and 4. *memory*: a MemoryError left a test or ended the session, or the process died with its
  memory nearly used up. *refused*: the run could not start, ``reason`` says why. *unfit*: the mutant
  is more than a hot run can take in, ``reason`` says why. *lost*: what the run was to be forked
  from is not there, or was killed meanwhile.
* ``turned`` is how often the switched ``await`` was come by; null where there is none in code that
  was imported before, or the run did not come to its end.
* ``tests`` are all that ended, in order, or only the failed ones where ``report`` is *brief*;
  ``collected``, ``modules`` (what may be imported in advance) and ``lateModules`` (those of them
  that were imported after the last test) stand in full reports only, and ``spawned``, the tests
  that started a process that may be a Python one, is filled in those only.
* ``during`` is the test at which the process ended, if one was running.
* ``interrupted`` is the text of ``pytest.exit``, a KeyboardInterrupt, or errors in collection.
* ``proof``: *deadlock*, the event loop waits for ever and nothing is left to wake it but threads
  that wait for ever too; *asleep*, nothing but a timer can wake it, which is due when the test has
  taken longer than ``longest``; *cpu*, the limit of CPU seconds is spent; *threads*, the interpreter
  waits for threads that do not end.
* ``warnings`` are coroutines that were never awaited, whatever the filters made of the warning.
  ``file`` and ``line`` are those of the coroutine's code, ``origins`` the frames that made it,
  innermost first and without those of mock, and ``origin`` the first of them.

``observed`` holds for each file of ``observe``, sites counted from 0 in the order of the source::

    {"files": {path: {"imported": bool, "problem": text|null,
        "awaits": {site: {"tests": [index into tests]|"all",
                          "kinds": [{"kind", "qualname", "module", "file", "line", "count"}]}},
        "statements": {site: {"tests": …}},
        "functions": {site: {"tests": …}}}}}

A simple statement that holds awaits has the number of the first of them.
``kind`` is one of *coroutine*, *mock*, *future*, *task*, *generator-coroutine*,
*async-generator-method*, *awaitable*. A file whose number of awaits is not the one expected is not
instrumented, and ``problem`` says so. Only sites that were reached are listed.

cancel, quit
------------
``{"op": "cancel"}`` ends the run under way, which answers *crashed* and ``"cancelled": true``.
``{"op": "quit"}`` ends all that runs, and this process.
"""

from __future__ import annotations

import base64
import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
import warnings
from typing import Any, NoReturn, Optional

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from amiss_pytest import processes  # noqa: E402
from amiss_pytest.children import Children, empty, remove  # noqa: E402
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
        self._sources: dict[str, bytes] = {}

    def serve(self) -> None:
        """Until Java quits or goes away."""
        while (request := self._java.next_request()) is not None:
            if request["op"] == "quit":
                return
            if request["op"] == "prepare":
                self._prepare(request)
            elif request["op"] == "compile":
                self._compile(request)
            elif request["op"] == "collect":
                self._collect(request)
            elif request["op"] == "run":
                self._run(request)

    def _prepare(self, request: dict[str, Any]) -> None:
        if request["version"] != VERSION:
            raise SystemExit(f"this is version {VERSION} of the protocol, not {request['version']}")
        before = os.times()
        if self._children is None:
            os.chdir(request["root"])
            self._children = Children(request, self._wait)
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
            cpuSeconds=round(
                sum(after[:4]) - sum(before[:4]) + self._children.zygote_cpu_seconds(), 6
            ),
        )

    def _collect(self, request: dict[str, Any]) -> None:
        if self._children is None:
            raise RuntimeError("collect before prepare")
        self._java.tell(op="collected", **self._children.collect(request))

    def _wait(self, descriptor: int, seconds: float) -> None:
        """Until there is something to read there; ends this process if Java goes meanwhile."""
        java = self._java.fileno()
        deadline = time.monotonic() + seconds
        while True:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([descriptor, java], [], [], left)
            if java in ready:
                self._java.hear()
                if self._java.gone:
                    raise SystemExit(0)
            if descriptor in ready or not ready:
                return

    def _compile(self, request: dict[str, Any]) -> None:
        problem: Optional[str] = None
        for file, encoded in request["sources"].items():
            self._sources[file] = base64.b64decode(encoded)
        for file, edits in request["files"].items():
            problem = problem or _compile_problem(file, _edited(self._sources[file], edits))
        self._java.tell(op="compiled", problem=problem)

    def _run(self, request: dict[str, Any]) -> None:
        began = time.monotonic()
        folder: Optional[str] = None
        answer: dict[str, Any]
        try:
            if self._children is None:
                raise RuntimeError("run before prepare")
            folder = self._children.folder(request)
            answer = self._watched(request, self._children, folder)
        except Exception as problem:  # whatever happens here, Java gets its answer
            traceback.print_exc()
            answer = {
                "outcome": "refused",
                "reason": f"{type(problem).__name__}: {problem}",
                "seconds": time.monotonic() - began,
            }
        if folder is not None:
            (empty if request["isolation"] == "hot" else remove)(folder)
        if self._java.gone:
            raise SystemExit(0)
        if self._children and self._children.lost(request["isolation"]):
            answer["outcome"] = "lost"
        self._java.tell(op="done", id=request["id"], **answer)

    def _watched(self, request: dict[str, Any], children: Children, folder: str) -> dict[str, Any]:
        child, events = children.start(request, folder)
        try:
            return Run(request, child, events).watch(self._java.fileno(), self._stop_asked)
        finally:
            os.close(events)
            child.leave()
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


def _edited(source: bytes, edits: list[tuple[int, int, str]]) -> bytes:
    """A source with some of its bytes replaced."""
    pieces = []
    done = 0
    for start, end, replacement in edits:
        pieces += [source[done:start], base64.b64decode(replacement)]
        done = end
    return b"".join([*pieces, source[done:]])


def _compile_problem(file: str, source: bytes) -> Optional[str]:
    """Why this Python does not take a file; None where it does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
            return f"{type(problem).__name__}: {problem}"
    return None


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
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # children inherit what is ignored
        # Ctrl-C is for Java, which then closes our input.
        signal.signal(signal.SIGINT, lambda *_: None)
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
