"""Imports in advance what the end of a session imports, and hides it from all that do not.

Plugins import things once the tests are over: hypothesis does, all of itself, for one name in its
terminal summary. Each fork would do that anew. So the process that is forked does it for them, and
undoes what that changed, as far as others could see it; ``hidden`` does it again for who imports.
"""

from __future__ import annotations

import atexit
import builtins
import copyreg
import gc
import importlib
import os
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from amiss_pytest.hidden import MISSING, Change, Hidden, Import
from amiss_pytest.roots import Roots

# Looking at annotations makes these, whoever looks.
_MADE_BY_LOOKING = ("__annotations__", "__annotations_cache__")


class Unsound(Exception):
    """An import changes what cannot be undone. The text says what, without a full stop."""


def import_ahead(names: list[str], roots: Roots, refuse: Callable[[str], None]) -> None:
    """Imports these and hides them; after an ``Unsound`` this process must not be forked.

    ``refuse`` ends a fork that cannot have them.
    """
    known = dict(sys.modules)
    needs = _Needs()
    imports: list[Import] = []
    with warnings.catch_warnings(record=True) as warned, needs:
        warnings.simplefilter("always")
        state = _State()
        for name in names:
            if name not in sys.modules:
                there = frozenset(sys.modules)
                try:
                    importlib.import_module(name)
                except BaseException as problem:  # a module may even exit
                    raise Unsound(f"importing {name} fails: {problem!r}") from problem
                new = {key: module for key, module in sys.modules.items() if key not in there}
                imports.append(Import(new, state.changes(new)))
    if warned:
        raise Unsound(f"importing them warns: {warned[0].message}")
    _refuse_strangers(known, roots)
    Hidden(imports, needs.of, refuse).hide()


def _refuse_strangers(known: dict[str, ModuleType], roots: Roots) -> None:
    for name, module in known.items():
        if sys.modules.get(name) is not module:
            raise Unsound(f"importing them replaces {name}")
    for name, module in sys.modules.items():
        if name in known:
            continue
        if not isinstance(module, ModuleType):
            raise Unsound(f"{name} is no module")
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and roots.owns(file):
            raise Unsound(f"{name} is the project's own")


class _Needs:
    """Sees which modules import which, those included that are there already."""

    def __init__(self) -> None:
        self.of: dict[str, set[str]] = {}

    def __enter__(self) -> None:
        self._original = original = builtins.__import__

        def __import__(
            name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
        ) -> ModuleType:
            module = original(name, globals, locals, fromlist, level)
            if globals is not None:
                self._note(name, globals, fromlist or (), level)
            return module

        builtins.__import__ = __import__

    def __exit__(self, *_: object) -> None:
        builtins.__import__ = self._original

    def _note(self, name: str, importer: dict[str, Any], fromlist: Any, level: int) -> None:
        needs = self.of.setdefault(str(importer.get("__name__")), set())
        if level:
            base = str(importer.get("__package__") or importer.get("__name__"))
            base = base.rsplit(".", level - 1)[0]
            name = f"{base}.{name}" if name else base
        needs.add(name)
        needs.update(f"{name}.{item}" for item in fromlist)


class _State:
    """What an import can change that others see: attributes of modules and classes, and more."""

    def __init__(self) -> None:
        self._look()

    def _look(self) -> None:
        self._process = dict(_process_state())
        self._spaces: dict[int, tuple[Any, dict[str, Any]]] = {}
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] == "amiss_pytest" or not isinstance(module, ModuleType):
                continue
            space = dict(vars(module))
            self._spaces[id(module)] = (module, space)
            for value in space.values():
                if issubclass(type(value), type) and id(value) not in self._spaces:
                    self._spaces[id(value)] = (value, dict(vars(value)))

    def changes(self, new: dict[str, ModuleType]) -> list[Change]:
        """What became meanwhile of attributes, other than that new modules are attributes now."""
        before, process = self._spaces, self._process
        self._look()
        for what, value in self._process.items():
            if process.get(what) != value:
                raise Unsound(f"importing them changes {what}")
        submodules = set(map(id, new.values()))
        return [
            Change(owner, name, old, now)
            for owner, space in before.values()
            for name, old, now in _differing(space, dict(vars(owner)))
            if id(now) not in submodules
        ]


def _differing(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name in before.keys() | after.keys():
        old, new = before.get(name, MISSING), after.get(name, MISSING)
        if old is not new and name not in _MADE_BY_LOOKING:
            yield name, old, new


def _process_state() -> Iterator[tuple[str, Any]]:
    """What is not an attribute of anything, or is changed in place."""
    yield "the handlers of signals", {n: signal.getsignal(n) for n in signal.valid_signals()}
    yield "what is called at exit", atexit._ncallbacks()
    yield "the environment", dict(os.environ)
    yield "the working folder", os.getcwd()
    yield "sys.path", list(sys.path)
    yield "sys.path_hooks", list(sys.path_hooks)
    yield "sys.meta_path", list(sys.meta_path)
    yield "the filters of warnings", list(warnings.filters)
    yield "random numbers", random.getstate()
    yield "garbage collection", (gc.isenabled(), gc.get_threshold(), len(gc.callbacks))
    yield "the limit of recursion", sys.getrecursionlimit()
    yield "the switching of threads", sys.getswitchinterval()
    yield "tracing", (sys.gettrace(), sys.getprofile())
    yield "the hooks of async generators", tuple(sys.get_asyncgen_hooks())
    yield "threads", threading.active_count()
    yield "how things are copied", dict(copyreg.dispatch_table)
    logging = sys.modules.get("logging")
    if logging is not None:
        root = logging.root
        yield "logging", (list(root.handlers), list(root.filters), root.level, root.manager.disable)
