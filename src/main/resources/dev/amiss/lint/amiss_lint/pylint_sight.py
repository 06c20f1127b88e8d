"""What pylint sees of the functions of other files when it looks at one, and what it keeps of them.

astroid infers through whatever a file uses, so that any function of any file may count, and hardly
any does. While a file is looked at, each reading of an attribute of a function's node is noted. A
function of which nothing was read can be another without a difference. Of one whose body was not
read, the body can.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
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


class _Joined(NamedTuple):
    """An attribute that one module sets on what another one defines."""

    attributes: dict[str, list[nodes.NodeNG]]
    name: str
    node: nodes.AssignAttr
    owner: str

    def part(self) -> None:
        """Takes it away again."""
        values = self.attributes.get(self.name, [])
        values[:] = [value for value in values if value is not self.node]
        if not values:
            self.attributes.pop(self.name, None)


class Trees:
    """The syntax trees of a project's files, which astroid keeps and joins to each other."""

    def __init__(self, files: Collection[str]) -> None:
        self._paths = {os.path.abspath(file) for file in files}
        self._joined = self._found_joined()
        self._lost: list[nodes.AssignAttr] = []

    def forget(self, files: Collection[str]) -> None:
        """Has astroid read files anew when they are next needed."""
        stale = {os.path.abspath(file) for file in files}
        for name, module in list(MANAGER.astroid_cache.items()):
            if _file(module) in stale:
                del MANAGER.astroid_cache[name]
        for joined in self._joined:
            if _file(joined.node) in stale:
                joined.part()
            elif joined.owner in stale:
                self._lost.append(joined.node)
        infer_anew()

    def join(self) -> None:
        """Sets those attributes again that were lost with what they were set on."""
        for node in self._lost:
            AstroidBuilder(MANAGER).delayed_assattr(node)

    def built(self) -> None:
        """Forgets all that was inferred while the files were built."""
        infer_anew()
        for module in self._modules():
            _forget_properties(module)
        self._joined = self._found_joined()

    def _modules(self) -> list[nodes.Module]:
        cached = MANAGER.astroid_cache.values()
        return [module for module in cached if _file(module) in self._paths]

    def _found_joined(self) -> list[_Joined]:
        return [
            _Joined(attributes, name, node, _file(module))
            for module in MANAGER.astroid_cache.values()
            for owner in [module, *module.nodes_of_class((nodes.ClassDef, nodes.FunctionDef))]
            for attributes in (owner.locals, getattr(owner, "instance_attrs", {}))
            for name, values in attributes.items()
            for node in values
            if isinstance(node, nodes.AssignAttr)
            and node.root() is not module
            and _file(node) in self._paths
        ]


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
