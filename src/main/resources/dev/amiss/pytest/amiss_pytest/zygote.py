"""A process that has imported everything but the project, and forks itself for each warm run."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import random
import sys
import threading
import warnings
from collections.abc import Iterator
from importlib import metadata
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any, Optional

from amiss_pytest import become
from amiss_pytest.forks import Forks
from amiss_pytest.roots import Roots


def serve(request: int, channel: int) -> tuple[int, int]:
    """Prepares, then forks when asked. Comes back in the forks only, with their descriptors."""
    forks = Forks(channel)
    forks.tell(_prepare(become.read_request(request)))
    files = forks.serve()
    _refresh()
    return files


def _prepare(order: dict[str, Any]) -> dict[str, Any]:
    """Imports what was asked for; answers what failed, and what started threads."""
    # Callbacks run last registered first: this one runs after all others.
    atexit.register(become.leave_at_once)
    roots = become.enter(order)
    guard = _Guard(roots)
    sys.meta_path.insert(0, guard)
    failed: list[str] = []
    importer = _Importer(guard, failed)
    threaded = None
    try:
        for name in _pytest_modules(order["preload"]):
            importer.take(name)
        # What imports do to the warning filters pytest takes back after collection and tests.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name in order["preload"]:
                importer.take(name)
    except _ThreadStarted as started:
        threaded = started.module
    sys.meta_path.remove(guard)
    become.remember_preloaded()
    gc.collect()
    gc.freeze()
    return {"preloadFailed": failed, "threaded": threaded}


def _pytest_modules(preload: list[str]) -> Iterator[str]:
    """pytest, the modules it always loads, and the plugins in use, as far as that is known."""
    yield "pytest"
    for name in ("plugin", "modules", "observer", "spawned"):
        yield f"amiss_pytest.{name}"
    from _pytest import config

    for name in config.default_plugins:
        yield f"_pytest.{name}"
    if "PYTEST_DISABLE_PLUGIN_AUTOLOAD" in os.environ:
        return
    used = set(preload)
    for distribution in metadata.distributions():
        for entry in distribution.entry_points:
            module = entry.value.partition(":")[0].strip()
            if entry.group == "pytest11" and (not used or module in used):
                yield module


class _ThreadStarted(Exception):
    def __init__(self, module: str) -> None:
        self.module = module


class _Guard(MetaPathFinder):
    """Finds modules as the finders after it do, but for the project's."""

    def __init__(self, roots: Roots) -> None:
        self._roots = roots
        self.refused = 0

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Optional[ModuleSpec]:
        """The spec that the other finders find; an ImportError if it is the project's."""
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(fullname, path, target)
            if spec is not None:
                places = [spec.origin] if spec.has_location and spec.origin else []
                if any(map(self._roots.owns, [*places, *(spec.submodule_search_locations or ())])):
                    self.refused += 1
                    raise ImportError(f"{fullname} is the project's own")
                return spec
        return None


class _Importer:
    """Imports modules one by one, and undoes imports that wanted something of the project."""

    def __init__(self, guard: _Guard, failed: list[str]) -> None:
        self._guard = guard
        self._failed = failed

    def take(self, name: str) -> None:
        if name in sys.modules:
            return
        before, refused = set(sys.modules), self._guard.refused
        try:
            importlib.import_module(name)
        except BaseException:  # a module may even exit; the run will then meet the same
            self._failed.append(name)
        if self._guard.refused > refused:
            # Others than the failed one may have caught the error and gone on without the project.
            for late in set(sys.modules) - before:
                del sys.modules[late]
            if name not in self._failed:
                self._failed.append(name)
        if _threads() > 1:
            raise _ThreadStarted(name)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return threading.active_count()


def _refresh() -> None:
    """Makes this fork as good as a fresh process, but for what is imported."""
    random.seed()
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is not None:
        numpy_random.seed()
    importlib.invalidate_caches()
    sys.path_importer_cache.clear()
