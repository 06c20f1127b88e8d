"""Gives live functions the code that mutated files have for them.

Only what functions do can be swapped, not what modules and classes did when they were made. Where
the kind of a function changes too (from plain to ``async``, say), whoever looked at it before the
fork would have seen another: then nobody may have, as far as that can be told.
"""

from __future__ import annotations

import ast
import gc
import os
import sys
import types
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Optional, Union

from _pytest.assertion import rewrite as rewrite_module
from _pytest.assertion.rewrite import AssertionRewritingHook

from amiss_pytest.events import Unfit
from amiss_pytest.parts import Part, differing
from amiss_pytest.roots import Roots

_Def = Union[ast.FunctionDef, ast.AsyncFunctionDef]
# A function's file, name and first line: what its code has in common with the code that is compiled
# from the same source once more.
_Key = tuple[str, str, int]

_NEW_LOCALS = 0x2
# Metaclasses that do not look at the methods of the classes they make, but for abstract ones.
_BLIND_METACLASSES = ("builtins.type", "abc.ABCMeta")
# Bases whose ``__init_subclass__`` does not look at methods.
_BLIND_BASES = ("builtins", "typing")


class _Change(NamedTuple):
    """A function's code before and after."""

    old: types.CodeType
    new: types.CodeType
    # Made by another function, as one that is made by the module or a class always exists.
    nested: bool


class Functions:
    """The functions of the project that exist when the tests are collected."""

    def __init__(self, roots: Roots) -> None:
        self._roots = roots
        self._paths: dict[str, Optional[str]] = {}
        self._by_key: dict[_Key, list[types.FunctionType]] = {}
        # By file. Finding that out takes longer than swapping does.
        self._modules: dict[str, list[types.ModuleType]] = {}
        for module in list(sys.modules.values()):
            file = getattr(module, "__file__", None)
            if isinstance(file, str):
                self._modules.setdefault(os.path.realpath(file), []).append(module)
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType:
                key = self._key(thing.__code__)
                if key is not None:
                    self._by_key.setdefault(key, []).append(thing)

    def _key(self, code: types.CodeType) -> Optional[_Key]:
        name = code.co_filename
        if name not in self._paths:
            own = not name.startswith("<") and self._roots.owns(os.path.abspath(name))
            self._paths[name] = os.path.realpath(name) if own else None
        path = self._paths[name]
        return None if path is None else (path, code.co_name, code.co_firstlineno)

    def swap(self, files: list[str], parts: dict[str, list[Part]], config: Any) -> None:
        """Gives all functions of these files, which lie mutated in the copy, their new code.

        Of files whose ``parts`` are known only those that differ are compiled. Raises Unfit where
        the functions are not all that the files change.
        """
        for file in files:
            path = os.path.join(self._roots.root, *file.split("/"))
            modules = self._modules.get(path)
            if modules:
                original = os.path.join(self._roots.original, *file.split("/"))
                sources = _read(original), _read(path)
                self._swap_file(path, modules, config, *sources, parts.get(file))

    def _swap_file(
        self,
        path: str,
        modules: list[types.ModuleType],
        config: Any,
        old_source: bytes,
        new_source: bytes,
        parts: Optional[list[Part]],
    ) -> None:
        rewritten = isinstance(getattr(modules[0], "__loader__", None), AssertionRewritingHook)
        name = modules[0].__file__ or path
        sources = old_source, new_source
        if parts is not None and not rewritten:
            sources = differing(old_source, new_source, parts)
        old, new = (_compiled(source, name, config if rewritten else None) for source in sources)
        ambiguous = _ambiguous(old)
        for change in _changes(old, new):
            key = (path, change.old.co_name, change.old.co_firstlineno)
            if key[1:] in ambiguous:
                raise Unfit(f"there are several {key[1]} in line {key[2]}")
            functions = self._by_key.get(key, [])
            if not functions and not change.nested:
                raise Unfit(f"{change.old.co_name} is no longer to be found")
            if functions and _signature(change.old) != _signature(change.new):
                _check_unseen(functions, old_source, modules)
            for function in functions:
                try:
                    function.__code__ = change.new
                except ValueError as problem:
                    raise Unfit(str(problem)) from problem


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _compiled(source: bytes, name: str, rewriting: Any) -> types.CodeType:
    try:
        tree = ast.parse(source, name)
        if rewriting is not None:
            rewrite_module.rewrite_asserts(tree, source, name, rewriting)
        code: types.CodeType = compile(tree, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as problem:
        raise Unfit(f"it does not compile: {problem}") from problem
    return code


def _inner(code: types.CodeType) -> list[types.CodeType]:
    return [const for const in code.co_consts if isinstance(const, types.CodeType)]


def _is_function(code: types.CodeType) -> bool:
    return bool(code.co_flags & _NEW_LOCALS)


def _own(code: types.CodeType) -> Any:
    """The code without that of the functions in it, and without the places in the source."""
    consts = tuple(
        None if isinstance(const, types.CodeType) else (type(const), const)
        for const in code.co_consts
    )
    table = getattr(code, "co_exceptiontable", b"")
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return _signature(code), code.co_code, repr(consts), names, table


def _signature(code: types.CodeType) -> Any:
    """What can be seen of a function from outside."""
    arguments = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    return code.co_flags, arguments, code.co_name


def _changes(old: types.CodeType, new: types.CodeType) -> Iterator[_Change]:
    """The functions that differ, outer ones first; Unfit if more than that does."""
    if _own(old) != _own(new):
        raise Unfit("it changes what a module or a class does when it is made")
    for before, after in _pairs(old, new):
        if not _is_function(before):
            yield from _changes(before, after)
        elif not _same(before, after):
            yield from _changed_function(before, after, nested=False)


def _changed_function(
    before: types.CodeType, after: types.CodeType, nested: bool
) -> Iterator[_Change]:
    if before.co_name.startswith("<") and before.co_name != "<lambda>" and not nested:
        raise Unfit("it changes what a module or a class does when it is made")
    yield _Change(before, after, nested)
    if len(_inner(before)) != len(_inner(after)):
        return  # what it makes exists only where it was called, and that is known
    for one, other in zip(_inner(before), _inner(after)):
        if not _same(one, other):
            yield from _changed_function(one, other, nested=True)


def _pairs(
    old: types.CodeType, new: types.CodeType
) -> Iterator[tuple[types.CodeType, types.CodeType]]:
    before, after = _inner(old), _inner(new)
    if [code.co_name for code in before] != [code.co_name for code in after]:
        raise Unfit("it adds or removes functions or classes")
    return zip(before, after)


def _same(one: types.CodeType, other: types.CodeType) -> bool:
    inner, others = _inner(one), _inner(other)
    return (
        _own(one) == _own(other)
        and one.co_firstlineno == other.co_firstlineno  # warnings name lines
        and len(inner) == len(others)
        and all(_same(*pair) for pair in zip(inner, others))
    )


def _ambiguous(code: types.CodeType) -> set[tuple[str, int]]:
    """Names and lines that more than one function has."""
    seen: set[tuple[str, int]] = set()
    twice: set[tuple[str, int]] = set()
    waiting = [code]
    while waiting:
        inner = waiting.pop()
        key = (inner.co_name, inner.co_firstlineno)
        (twice if key in seen else seen).add(key)
        waiting += _inner(inner)
    return twice


# Whether anybody can have looked at a function


def _check_unseen(
    functions: list[types.FunctionType], source: bytes, modules: list[types.ModuleType]
) -> None:
    """No variable may hold the function here: its references are counted."""
    name = functions[0].__qualname__
    if len(functions) > 1:
        raise Unfit(f"there are {len(functions)} functions {name}")
    if _is_decorated(functions[0].__code__, source):
        raise Unfit(f"a decorator may have seen {name}")
    holders = 0
    for module in modules:
        for space, owner in _namespaces(module):
            held = sum(value is functions[0] for value in space.values())
            if held and owner is not None:
                _check_class(owner, name)
            holders += held
    if _other_references(functions) > holders:
        raise Unfit(f"{name} is kept somewhere besides its module or class")


def _other_references(functions: list[types.FunctionType]) -> int:
    """How many there are to the only function of a list besides that of the list."""
    alone = [lambda: None]
    return sys.getrefcount(functions[0]) - sys.getrefcount(alone[0])


def _namespaces(module: types.ModuleType) -> Iterator[tuple[Mapping[str, Any], Optional[type]]]:
    """Those of a module and of its classes; not copies, which would hold their values once more."""
    yield vars(module), None
    waiting: list[Any] = list(vars(module).values())
    seen: set[int] = set()
    while waiting:
        thing = waiting.pop()
        if (
            isinstance(thing, type)
            and thing.__module__ == module.__name__
            and id(thing) not in seen
        ):
            seen.add(id(thing))
            yield vars(thing), thing
            waiting += vars(thing).values()


def _check_class(owner: type, name: str) -> None:
    meta = type(owner)
    if f"{meta.__module__}.{meta.__name__}" not in _BLIND_METACLASSES:
        raise Unfit(f"the metaclass of {owner.__name__} may have seen {name}")
    for base in owner.__mro__[1:]:
        if "__init_subclass__" in vars(base) and base.__module__ not in _BLIND_BASES:
            raise Unfit(f"{base.__name__} may have seen {name}")


def _is_decorated(code: types.CodeType, source: bytes) -> bool:
    """Whether it, or a class that it stands in, has a decorator; true where that cannot be told."""
    path = _path_to(ast.parse(source), code.co_firstlineno, code.co_name)
    return not path or any(getattr(node, "decorator_list", ()) for node in path)


def _path_to(tree: ast.AST, line: int, name: str) -> list[ast.AST]:
    """The definitions around a function and itself, outermost first; empty if not found."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            if node.name == name and first == line:
                return [node]
        inner = _path_to(node, line, name)
        if inner:
            return [node, *inner]
    return []
