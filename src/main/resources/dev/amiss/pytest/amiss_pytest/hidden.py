"""Modules that have been imported and are not seen until somebody imports them.

A test may look at ``sys.modules``, and so do plugins (whether hypothesis is in use, say). So what
was imported in advance is not there. Whoever imports such a module gets it as it was imported, with
all that this brought and changed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NamedTuple, Optional, Union

MISSING = object()


class Change(NamedTuple):
    """What an import made of an attribute of a module or a class."""

    owner: Union[ModuleType, type]
    name: str
    before: Any
    after: Any

    def undo(self) -> None:
        """Makes it what it was."""
        _set(self.owner, self.name, self.before)

    def again(self) -> Optional[Change]:
        """What an import now would make of it; None where that is not known."""
        now = vars(self.owner).get(self.name, MISSING)
        if now is self.before:
            return self
        if all(type(value) is int for value in (self.before, self.after, now)):
            return self._replace(before=now, after=now + self.after - self.before)  # it counts
        return None

    def make(self) -> None:
        """Makes it what the import made of it."""
        _set(self.owner, self.name, self.after)

    def package(self) -> str:
        """The topmost package of what was changed."""
        return str(getattr(self.owner, "__module__", self.owner.__name__)).partition(".")[0]


def _set(owner: Union[ModuleType, type], name: str, value: Any) -> None:
    if value is MISSING:
        delattr(owner, name)
    else:
        setattr(owner, name, value)


class Import(NamedTuple):
    """The modules that one import added to ``sys.modules``, itself last, and what it changed."""

    modules: dict[str, ModuleType]
    changes: list[Change]

    def head(self) -> str:
        """The module whose import brought all others."""
        return next(reversed(self.modules))


class Hidden(MetaPathFinder):
    """Finds the modules that are there without being seen."""

    def __init__(
        self, imports: list[Import], needs: dict[str, set[str]], refuse: Callable[[str], None]
    ) -> None:
        """``needs`` says for each module what it imports.

        ``refuse`` ends this process where an import could now come to something else: importing the
        same once more is no way out, for there are modules in C that cannot be.
        """
        self._imports = imports
        self._needs = needs
        self._refuse = refuse
        self._modules = {name: module for one in imports for name, module in one.modules.items()}
        self._submodules: dict[str, Change] = {}

    def hide(self) -> None:
        """Undoes the imports, as far as anybody can see them."""
        for one in reversed(self._imports):
            for change in one.changes:
                change.undo()
        for name, module in self._modules.items():
            package, _, attribute = name.rpartition(".")
            parent = sys.modules.get(package) or self._modules.get(package)
            if parent is not None and vars(parent).get(attribute) is module:
                change = self._submodules[name] = Change(parent, attribute, MISSING, module)
                change.undo()
            del sys.modules[name]
        self._way = self._way_of_imports()
        sys.meta_path.insert(0, self)

    def _way_of_imports(self) -> tuple[list[Any], ...]:
        others = [finder for finder in sys.meta_path if finder is not self]
        return others, list(sys.path), list(sys.path_hooks)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Optional[ModuleSpec]:
        """How to have a hidden module; what the finders after this one say about others."""
        module = self._modules.get(fullname)
        if module is None or fullname in sys.modules:  # which is about to be loaded again
            return None
        brought = self._brought(fullname)
        if self._way_of_imports() != self._way:
            for name in {name.partition(".")[0] for name in brought.modules} - sys.modules.keys():
                if _origin(self._found(name)) != _origin(brought.modules[name].__spec__):
                    self._refuse(f"the tests change where {name} is imported from")
        return _spec(fullname, module, lambda: self._show(brought))

    def _found(self, name: str) -> Optional[ModuleSpec]:
        """What an import would find without this finder."""
        specs = (f.find_spec(name, None) for f in list(sys.meta_path) if f is not self)
        return next((spec for spec in specs if spec is not None), None)

    def _brought(self, name: str) -> Import:
        """What importing it now amounts to."""
        names, changes = self._reached(name), []
        own = next(one for one in self._imports if name in one.modules)
        if name == own.head():
            names |= own.modules.keys()
            changes = own.changes
        elif not self._imported_by(names).isdisjoint(change.package() for change in own.changes):
            self._refuse(f"the tests import {name}, which {own.head()} imports at their end")
        for other in names & self._modules.keys() & sys.modules.keys():
            self._refuse(f"the tests replace {other}, which is imported at their end")
        modules = {key: module for key, module in self._modules.items() if key in names}
        changes = [*changes, *(self._submodules[key] for key in modules if key in self._submodules)]
        return Import(modules, list(map(self._again, changes)))

    def _again(self, change: Change) -> Change:
        again = change.again()
        if again is None:
            what = f"{change.owner.__name__}.{change.name}"
            self._refuse(f"the tests change {what}, and so do imports at their end")
        return again or change

    def _imported_by(self, names: set[str]) -> set[str]:
        """The topmost packages of all that modules import."""
        return {need.partition(".")[0] for name in names for need in self._needs.get(name, ())}

    def _reached(self, name: str) -> set[str]:
        """The hidden modules that it imports, that these import, and so on, itself included."""
        reached, waiting = {name}, [name]
        while waiting:
            other = waiting.pop()
            found = {*self._needs.get(other, ()), other.rpartition(".")[0]} & self._modules.keys()
            waiting += found - reached
            reached |= found
        return reached

    def _show(self, brought: Import) -> None:
        for name, module in brought.modules.items():
            sys.modules.setdefault(name, module)
            self._modules.pop(name, None)
        for change in brought.changes:
            change.make()


class _Shown(Loader):
    """Loads a module that was loaded before, by showing it."""

    def __init__(self, module: ModuleType, show: Callable[[], None]) -> None:
        self._module, self._show = module, show
        self._own_spec = module.__spec__

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The module, as it is."""
        return self._module

    def exec_module(self, module: ModuleType) -> None:
        """The module's code has run before."""
        module.__spec__ = self._own_spec
        self._show()


def _origin(spec: Optional[ModuleSpec]) -> Optional[str]:
    return None if spec is None else spec.origin


def _spec(name: str, module: ModuleType, show: Callable[[], None]) -> ModuleSpec:
    own = module.__spec__
    spec = ModuleSpec(name, _Shown(module, show))
    if own is not None:
        spec.origin, spec.has_location = own.origin, own.has_location
        spec.submodule_search_locations = own.submodule_search_locations
    return spec
