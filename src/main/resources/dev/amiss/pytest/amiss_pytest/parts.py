"""The parts of a module that can be compiled without the rest."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple, Optional

_POSTPONED = b"from __future__ import annotations"


class Part(NamedTuple):
    """A statement at top level, or a method, by its first line and its last, decorators included.

    ``classes`` are the lines, columns and names of the classes that it stands in, outermost first.
    """

    first: int
    last: int
    classes: tuple[tuple[int, int, str], ...] = ()

    def holds(self, first: int, last: int) -> bool:
        """Whether these lines are some of its own."""
        return self.first <= first and last <= self.last


def parts(tree: ast.Module) -> list[Part]:
    """Those of a module, methods before the classes that they stand in."""
    found: list[Part] = []
    for statement in tree.body:
        found += _methods(statement, ())
        found.append(Part(*_lines(statement)))
    return found


def _methods(statement: ast.stmt, around: tuple[tuple[int, int, str], ...]) -> Iterator[Part]:
    if isinstance(statement, ast.ClassDef):
        here = (*around, (statement.lineno, statement.col_offset, statement.name))
        for inner in statement.body:
            if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield Part(*_lines(inner), here)
            yield from _methods(inner, here)


def _lines(statement: ast.stmt) -> tuple[int, int]:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
    return first, statement.end_lineno or first


def differing(old: bytes, new: bytes, known: list[Part]) -> tuple[bytes, bytes]:
    """Of two sources the one part that differs, in its lines and in its classes.

    The sources themselves where that is not one part of as many lines as before, or where lines would
    have to be counted with care.
    """
    before, after = old.split(b"\n"), new.split(b"\n")
    postponed = _POSTPONED in before
    if b"\r" in old or b"\f" in old or b"coding" in b"".join(before[:2]) or old[:1] == b"\xef":
        return old, new
    if b"__future__" in old and not postponed:
        return old, new
    first, last, growth = _changed_lines(before, after)
    if growth:
        return old, new  # all that stands below has moved
    part = next((part for part in known if part.holds(first, last)), None)
    head = None if part is None else _head(part, before, postponed)
    if part is None or head is None:
        return old, new
    return (
        head + b"\n".join(before[part.first - 1 : part.last]) + b"\n",
        head + b"\n".join(after[part.first - 1 : part.last]) + b"\n",
    )


def _changed_lines(before: list[bytes], after: list[bytes]) -> tuple[int, int, int]:
    """The first and last of the old lines that changed or have new ones between; how many more."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        first += 1
    same = 0
    while same < shorter - first and before[-1 - same] == after[-1 - same]:
        same += 1
    last = len(before) - same
    if last <= first:  # lines were only added: between this one and the one before
        return first, first + 1, len(after) - len(before)
    return first + 1, last, len(after) - len(before)


def _head(part: Part, lines: list[bytes], postponed: bool) -> Optional[bytes]:
    """What stands above a part: the classes that it stands in, and what it was postponed by."""
    above = [b""] * (part.first - 1)
    for line, column, name in part.classes:
        indent = lines[line - 1][:column]
        if indent.strip():
            return None
        above[line - 1] = indent + b"class " + name.encode("utf-8") + b":"
    if postponed:
        if not above or above[0]:
            return None
        above[0] = _POSTPONED
    return b"".join(line + b"\n" for line in above)
