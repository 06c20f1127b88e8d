"""What pylint sees of the functions of other files when it looks at one, and what it keeps of them.

astroid infers through whatever a file uses, so that any function of any file may count, and hardly
any does. While a file is looked at, each reading of an attribute of a function's node is noted. A
function of which nothing was read can be another without a difference. Of one whose body was not
read, the body can.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, Optional

from astroid import MANAGER, nodes
from astroid.builder import AstroidBuilder
from astroid.context import _invalidate_cache
from astroid.inference_tip import clear_inference_tip_cache

HEAD, BODY = "head", "body"

# A part of an outermost function, by its file and the line of its ``def``. Who sees the body sees
# the head as well.
Part = tuple[str, int, str]

# What leads from a function to that which stands in it. There are attributes set there besides.
_INSIDE = {"body", "locals", "__dict__"}


class Sight:
    """Notes of which functions something is seen from other files."""

    def __init__(self) -> None:
        self._read: dict[str, set[tuple[nodes.NodeNG, str]]] = {}

    @contextlib.contextmanager
    def of(self, path: str) -> Iterator[None]:
        """While pylint looks at a file, when all files are built."""
        with self._noting([os.path.abspath(path)]):
            yield

    @contextlib.contextmanager
    def of_building(self) -> Iterator[None]:
        """While files are built, which has others built in between."""
        build = AstroidBuilder.file_build
        building = [""]

        def file_build(builder: AstroidBuilder, path: str, modname: Any = None) -> nodes.Module:
            building.append(os.path.abspath(path))
            try:
                return build(builder, path, modname)
            finally:
                building.pop()

        AstroidBuilder.file_build = file_build
        try:
            with self._noting(building):
                yield
        finally:
            AstroidBuilder.file_build = build
        self._read.pop("", None)

    @contextlib.contextmanager
    def _noting(self, looking: list[str]) -> Iterator[None]:
        """Notes what the last of the files sees."""

        def of_function(node: nodes.FunctionDef, name: str) -> Any:
            part = BODY if name in _INSIDE else HEAD
            self._read.setdefault(looking[-1], set()).add((node, part))
            return object.__getattribute__(node, name)

        def of_attribute(node: nodes.AssignAttr, name: str) -> Any:
            self._read.setdefault(looking[-1], set()).add((node, BODY))
            return object.__getattribute__(node, name)

        nodes.FunctionDef.__getattribute__ = of_function
        nodes.AssignAttr.__getattribute__ = of_attribute
        try:
            yield
        finally:
            del nodes.FunctionDef.__getattribute__
            del nodes.AssignAttr.__getattribute__

    def parts(self, files: Collection[str]) -> set[Part]:
        """Those parts of the files' functions that were seen from another file than their own."""
        names = {os.path.abspath(file): file for file in files}
        found = set()
        for path, read in self._read.items():
            for node, part in read:
                file = names.get(_file(node))
                function = _outermost(node)
                if file is not None and names.get(path) != file and function is not None:
                    found.add((file, function.lineno, HEAD))
                    if part == BODY or function is not node:
                        found.add((file, function.lineno, BODY))
        return found


class _Owner(NamedTuple):
    """What attributes can be set on, and one of its tables of them."""

    file: str
    name: str
    table: dict[str, list[nodes.NodeNG]]


class _Attribute(NamedTuple):
    """A place where an attribute is set, and what it is set on."""

    node: nodes.AssignAttr
    file: str
    owner: _Owner

    def remove(self) -> None:
        """Has it set there no more."""
        name = self.node.attrname
        values = self.owner.table.get(name, [])
        values[:] = [value for value in values if value is not self.node]
        if not values:
            self.owner.table.pop(name, None)


class Trees:
    """The syntax trees of a project's files, which astroid keeps and joins to each other."""

    def __init__(self, files: Collection[str]) -> None:
        self._paths = _absolute(files)
        self._look_at_attributes()

    def built(self) -> None:
        """Forgets all that was inferred while the files were built."""
        infer_anew()
        for module in _modules(self._paths):
            _forget_properties(module)
        self._look_at_attributes()

    def forget(self, files: Collection[str]) -> None:
        """Has astroid read files anew when they are next needed."""
        stale = _absolute(files)
        for module in _modules(stale):
            del MANAGER.astroid_cache[module.name]
        for attribute in self._attributes:
            if attribute.file in stale:
                attribute.remove()
        infer_anew()

    def join(self, files: Collection[str]) -> bool:
        """Sets the attributes that were lost with files, now that these have been read anew.

        Returns:
            whether the files set attributes of the same names on the same things as before
        """
        stale = _absolute(files)
        builder = AstroidBuilder(MANAGER)
        for attribute in self._attributes:
            if attribute.owner.file in stale and attribute.file not in stale:
                builder.delayed_assattr(attribute.node)
        owners = [owner for owner in self._owners if owner.file not in stale]
        owners += _owners(_modules(stale))
        return _set_by(stale, self._attributes) == _set_by(stale, _attributes(owners, stale))

    def _look_at_attributes(self) -> None:
        self._owners = list(_owners(MANAGER.astroid_cache.values()))
        self._attributes = list(_attributes(self._owners, self._paths))


def _modules(paths: set[str]) -> list[nodes.Module]:
    return [module for module in MANAGER.astroid_cache.values() if _file(module) in paths]


def _owners(modules: Iterable[nodes.Module]) -> Iterator[_Owner]:
    for module in modules:
        for node in [module, *module.nodes_of_class((nodes.ClassDef, nodes.FunctionDef))]:
            for table in (node.locals, getattr(node, "instance_attrs", {})):
                yield _Owner(_file(module), node.qname(), table)


def _attributes(owners: Iterable[_Owner], paths: set[str]) -> Iterator[_Attribute]:
    """Those that files set, given by their absolute paths."""
    for owner in owners:
        for values in owner.table.values():
            for node in values:
                if isinstance(node, nodes.AssignAttr) and _file(node) in paths:
                    yield _Attribute(node, _file(node), owner)


def _set_by(paths: set[str], attributes: Iterable[_Attribute]) -> Counter[tuple[str, str, str]]:
    return Counter(
        (attribute.owner.file, attribute.owner.name, attribute.node.attrname)
        for attribute in attributes
        if attribute.file in paths
    )


def _absolute(files: Collection[str]) -> set[str]:
    return {os.path.abspath(file) for file in files}


def infer_anew() -> None:
    """Forgets what names and calls were found to mean."""
    _invalidate_cache()
    clear_inference_tip_cache()


def _forget_properties(module: nodes.Module) -> None:
    """Has all nodes work out again what they keep once they have been asked for it."""
    kept: dict[type, list[str]] = {}
    remaining = [module]
    while remaining:
        node = remaining.pop()
        remaining.extend(node.get_children())
        kind = type(node)
        if kind not in kept:
            kept[kind] = _kept(kind)
        for name in kept[kind]:
            vars(node).pop(name, None)


def _kept(kind: type) -> list[str]:
    return [
        name
        for base in kind.__mro__
        for name, value in vars(base).items()
        if isinstance(value, cached_property)
    ]


def _file(node: nodes.NodeNG) -> str:
    """The absolute path of the file that it stands in; empty where it stands in none."""
    file: Optional[str] = node.root().file
    return os.path.abspath(file) if file else ""


def _outermost(node: nodes.NodeNG) -> Optional[nodes.FunctionDef]:
    found = None
    while node is not None:
        if isinstance(node, nodes.FunctionDef):
            found = node
        node = node.parent
    return found
