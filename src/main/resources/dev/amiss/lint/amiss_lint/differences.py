"""Which functions of a file are different after a change, and whether that is all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple, Optional, Union

_Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Import = Union[ast.Import, ast.ImportFrom]
_IMPORTS = (ast.Import, ast.ImportFrom)


class Differences(NamedTuple):
    """What a change does to a file.

    functions: by the line of their ``def`` before the change, the functions that are different, and
        whether more of each is than what stands in it; those inside of others are part of them
    names: what the file defines that it knew no name for before
    """

    functions: dict[int, bool]
    names: frozenset[str]


class _Elsewhere(Exception):
    """Something else is different."""


def differences(before: bytes, after: bytes) -> Optional[Differences]:
    """All that is different; None where that is more than functions and new names.

    A function that is different sets attributes by the same names, and no global variables.
    """
    try:
        old, new = ast.parse(before), ast.parse(after)
        known = set(_known(old))
        body = [statement for statement in _statements(new) if not _is_new(statement, known)]
        functions: dict[int, bool] = {}
        _compare(list(_statements(old)), body, functions)
    except (SyntaxError, ValueError, _Elsewhere):
        return None
    names = {name for statement in _statements(new) for name in _defined(statement)} - known
    return Differences(functions, frozenset(names))


def mentions(source: bytes, modules: set[str]) -> frozenset[str]:
    """The names by which a file may mean something that another one defines.

    ``*`` where that can be all names.

    Args:
        modules: the first parts of what modules of the project may be called
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return frozenset("*")
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)
        elif isinstance(node, ast.ImportFrom):
            if node.level or (node.module or "").split(".")[0] in modules:
                names.update(alias.name for alias in node.names)
    return frozenset(names)


def _statements(module: ast.Module) -> Iterator[ast.stmt]:
    """Those at top level; each that imports many things as if there were one for each."""
    for statement in module.body:
        if isinstance(statement, _IMPORTS):
            for alias in statement.names:
                yield _import(statement, alias)
        else:
            yield statement


def _import(statement: _Import, alias: ast.alias) -> _Import:
    if isinstance(statement, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(statement.module, [alias], statement.level)


def _known(tree: ast.AST) -> Iterator[str]:
    """Every name that anything has or is looked up by, except as an attribute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.alias):
            yield _bound(node)
        elif isinstance(getattr(node, "name", None), str):
            yield node.name  # type: ignore[attr-defined]


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def _defined(statement: ast.stmt) -> set[str]:
    """The names that a statement defines, if that is all it does."""
    if isinstance(statement, (*_FUNCTIONS, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, ast.Assign):
        names = {target.id for target in statement.targets if isinstance(target, ast.Name)}
        return names if len(names) == len(statement.targets) else set()
    if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
        return set()
    if isinstance(statement, _IMPORTS):
        return {_bound(alias) for alias in statement.names} - {"*"}
    return set()


def _is_new(statement: ast.stmt, known: set[str]) -> bool:
    names = _defined(statement)
    return bool(names) and not names & known


def _compare(old: object, new: object, functions: dict[int, bool]) -> None:
    if isinstance(old, _FUNCTIONS) and isinstance(new, _FUNCTIONS):
        _compare_functions(old, new, functions)
    elif type(old) is not type(new):
        raise _Elsewhere
    elif isinstance(old, ast.AST):
        for field in old._fields:
            _compare(getattr(old, field, None), getattr(new, field, None), functions)
    elif isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            raise _Elsewhere
        for one, other in zip(old, new):
            _compare(one, other, functions)
    elif old != new:
        raise _Elsewhere


def _compare_functions(old: _Function, new: _Function, functions: dict[int, bool]) -> None:
    head = _head(old) != _head(new)
    if head or _text(old.body) != _text(new.body):
        if old.name != new.name or _attributes_set(old) != _attributes_set(new):
            raise _Elsewhere
        functions[old.lineno] = head


def _head(function: _Function) -> list[str]:
    fields = [field for field in function._fields if field != "body"]
    return [type(function).__name__, *(_text(getattr(function, field, None)) for field in fields)]


def _text(node: object) -> str:
    if isinstance(node, list):
        return "\n".join(map(_text, node))
    return ast.dump(node) if isinstance(node, ast.AST) else repr(node)


def _attributes_set(function: _Function) -> list[str]:
    attributes = []
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            raise _Elsewhere
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            attributes.append(node.attr)
    return attributes
