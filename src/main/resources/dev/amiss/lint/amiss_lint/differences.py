"""Which functions of a file are different after a change, and whether that is all."""

from __future__ import annotations

import ast
from typing import NamedTuple, Optional, Union

_Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Differences(NamedTuple):
    """What a change does to a file.

    functions: by the line of their ``def`` before the change, the functions that are different, and
        whether more of each is than what stands in it; those inside of others are part of them
    names: what the file defines that no line of it named before
    """

    functions: dict[int, bool]
    names: frozenset[str]


class _Elsewhere(Exception):
    """Something else is different."""


def differences(before: bytes, after: bytes) -> Optional[Differences]:
    """All that is different; None where that is more than functions and new names.

    A function that sets global variables, or attributes of anything but the object that it is a
    method of, or other attributes than before, is more than what stands in it.
    """
    try:
        old, new = ast.parse(before), ast.parse(after)
        known = _names(old)
        body = [statement for statement in new.body if not _is_new(statement, known)]
        functions: dict[int, bool] = {}
        _compare(old.body, body, functions)
    except (SyntaxError, ValueError, _Elsewhere):
        return None
    kept = {id(statement) for statement in body}
    added = (_defined(statement) for statement in new.body if id(statement) not in kept)
    return Differences(functions, frozenset().union(*added))


def _names(tree: ast.AST) -> set[str]:
    """Every name that is written anywhere."""
    names: set[str] = set()
    for node in ast.walk(tree):
        for field in ("id", "name", "attr", "arg", "asname"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                names.update(name.split("."))
    return names


def _defined(statement: ast.stmt) -> set[str]:
    """The names that a definition or an import defines; none for any other statement."""
    if isinstance(statement, (*_FUNCTIONS, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)) and not _is_open(statement):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    return set()


def _is_open(statement: Union[ast.Import, ast.ImportFrom]) -> bool:
    """Whether it means more than the names that stand there."""
    return isinstance(statement, ast.ImportFrom) and (
        statement.module == "__future__" or any(alias.name == "*" for alias in statement.names)
    )


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
        if old.name != new.name or _reach(old) != _reach(new):
            raise _Elsewhere
        functions[old.lineno] = head


def _head(function: _Function) -> list[str]:
    fields = [field for field in function._fields if field != "body"]
    return [type(function).__name__, *(_text(getattr(function, field, None)) for field in fields)]


def _text(node: object) -> str:
    if isinstance(node, list):
        return "\n".join(map(_text, node))
    return ast.dump(node) if isinstance(node, ast.AST) else repr(node)


def _reach(function: _Function) -> list[str]:
    """The attributes that it sets of its object."""
    first = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args][:1]]
    attributes = []
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            raise _Elsewhere
        if isinstance(node, ast.Name) and node.id in first and not isinstance(node.ctx, ast.Load):
            raise _Elsewhere
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            if not (isinstance(node.value, ast.Name) and node.value.id in first):
                raise _Elsewhere
            attributes.append(node.attr)
    return attributes


