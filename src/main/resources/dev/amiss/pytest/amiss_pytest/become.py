"""The last steps before pytest, and what is looked at after it."""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import sys
import tempfile
import threading
from typing import TYPE_CHECKING, Any, Optional

from amiss_pytest.events import Events
from amiss_pytest.roots import Roots, redirect_imports

if TYPE_CHECKING:
    from amiss_pytest.hot import Collected

_exit_code: Optional[int] = None
_preloaded: frozenset[str] = frozenset()


def read_request(descriptor: int) -> dict[str, Any]:
    """The request that the supervisor wrote into an unnamed file."""
    with open(descriptor, encoding="utf-8") as file:
        file.seek(0)
        request: dict[str, Any] = json.load(file)
        return request


def enter(request: dict[str, Any]) -> Roots:
    """Gives this interpreter the import paths that ``python -m pytest`` has in the copy."""
    roots = Roots(request["root"], request["original"])
    if not getattr(sys.flags, "safe_path", False):
        sys.path.insert(0, os.getcwd())
    redirect_imports(roots)
    return roots


def pytest(request: dict[str, Any], channel: int, mode: str) -> None:
    """Runs pytest on the project and ends this process, the way ``python -m pytest`` does both."""
    global _exit_code
    collected: Optional[Collected] = None
    events = Events(channel if mode != "hot" else os.open(os.devnull, os.O_WRONLY))
    try:
        if mode == "warm":
            roots = Roots(request["root"], request["original"])
            from amiss_pytest import processes

            processes.cap_memory(request["limits"]["memory"])
            os.environ["TMPDIR"] = request["temporary"]
            tempfile.tempdir = None
        else:
            roots = enter(request)
        from amiss_pytest.plugin import RunPlugin

        if mode == "hot":
            atexit.register(leave_at_once)  # before all others, so that it runs after them
            collected = _collected(request, channel)
        plugin = RunPlugin(request, roots, events, collected)
        plugin.join_next_session(_preloaded)
    except BaseException as problem:
        events.send("refused", f"{type(problem).__name__}: {problem}")
        raise
    status: Any = 1
    try:
        _run_as_main(request["args"])
        status = 0
    except SystemExit as end:
        status = end.code
        raise
    except BaseException as problem:
        plugin.session_problem(problem)
        raise
    finally:
        if collected is not None:
            collected.refuse("pytest ends before the first test")
        if events.ours():
            if not plugin.collected_garbage:
                gc.collect()  # the last never-awaited coroutines speak up here
            waited_for = _waited_for()
            if waited_for:
                atexit.register(events.send, "joined")
            plugin.over(status, waited_for)
            if mode != "cold" and isinstance(status, int):
                _exit_code = int(status)


def _collected(request: dict[str, Any], channel: int) -> Collected:
    from amiss_pytest.forks import Forks
    from amiss_pytest.hot import Collected

    return Collected(Forks(channel), request)


def _run_as_main(args: list[str]) -> None:
    """What the interpreter does for ``-m pytest``."""
    sys.argv[:] = ["-m", *args]
    if hasattr(sys, "orig_argv"):
        sys.orig_argv[:] = [sys.executable, "-m", "pytest", *args]
    main = vars(sys.modules["__main__"])
    for name in list(main):  # what our script left in the module that is pytest's now
        if not name.startswith("__"):
            del main[name]
    runpy._run_module_as_main("pytest")  # type: ignore[attr-defined]


def _waited_for() -> list[str]:
    """The live threads that the interpreter waits for before it exits."""
    here = threading.current_thread()
    return [
        t.name for t in threading.enumerate() if not t.daemon and t is not here and t.is_alive()
    ]


def remember_preloaded() -> None:
    """What is imported now is no reason for pytest to warn that it came too early."""
    global _preloaded
    _preloaded = frozenset(sys.modules)


def leave_at_once() -> None:
    """Spares a fork the taking apart of all modules, after threads and callbacks have run.

    Nothing that could change the exit code is left out: what is left are destructors, and their
    errors do not count.
    """
    if _exit_code is None:
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return  # the interpreter has an exit code of its own for this
    os._exit(_exit_code)
