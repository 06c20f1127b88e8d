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
import types
from typing import Any

from amiss_pytest.events import Events
from amiss_pytest.roots import Roots, redirect_imports

_OUR_MODULES = "amiss_pytest"


def read_request(descriptor: int) -> dict[str, Any]:
    """The request that the supervisor wrote into an unnamed file."""
    with open(descriptor, encoding="utf-8") as file:
        file.seek(0)
        request: dict[str, Any] = json.load(file)
        return request


def enter(request: dict[str, Any]) -> Roots:
    """Gives this interpreter the folder and the import paths that ``python -m pytest`` has in the copy."""
    roots = Roots(request["root"], request["original"])
    if not getattr(sys.flags, "safe_path", False):
        sys.path.insert(0, os.getcwd())
    redirect_imports(roots)
    return roots


def pytest(request: dict[str, Any], channel: int, *, forked: bool) -> None:
    """Runs pytest on the project and ends this process, the way ``python -m pytest`` does both."""
    events = Events(channel)
    if forked:
        os.environ["TMPDIR"] = request["temporary"]
        tempfile.tempdir = None
        roots = Roots(request["root"], request["original"])
    else:
        roots = enter(request)
    try:
        from amiss_pytest.plugin import RunPlugin

        plugin = RunPlugin(request, roots, events)
        plugin.join_next_session()
    except BaseException as problem:
        events.send("refused", f"{type(problem).__name__}: {problem}")
        raise
    status: Any = None
    try:
        _run_as_main(request["args"])
    except SystemExit as end:
        status = end.code
        raise
    except BaseException as problem:
        plugin.session_problem(problem)
        raise
    finally:
        if events.ours():
            plugin.over(status)
            _watch_exit(events, leave=_exit_code(status) if forked else None)


def _run_as_main(args: list[str]) -> None:
    """What the interpreter does for ``-m pytest``."""
    sys.argv[:] = ["-m", *args]
    if hasattr(sys, "orig_argv"):
        sys.orig_argv[:] = [sys.executable, "-m", "pytest", *args]
    main = types.ModuleType("__main__")
    main.__dict__["__builtins__"] = __builtins__
    sys.modules["__main__"] = main
    runpy._run_module_as_main("pytest")  # type: ignore[attr-defined]


def _exit_code(status: Any) -> int | None:
    """The exit code that the interpreter makes of a ``SystemExit``; None where it also prints something."""
    if status is None:
        return 0
    return int(status) if isinstance(status, int) else None


def _watch_exit(events: Events, leave: int | None) -> None:
    """Tells when the threads have been waited for."""
    atexit.register(events.send, "joined")
    events.send("exiting", _waited_for())


def _waited_for() -> list[str]:
    """The live threads that the interpreter waits for before it exits."""
    here = threading.current_thread()
    return [t.name for t in threading.enumerate() if not t.daemon and t is not here and t.is_alive()]


def collect_garbage() -> None:
    """Ends what nobody holds any more, so that never-awaited coroutines speak up before the report."""
    gc.collect()
