"""Puts probes into a module's syntax tree: at each ``await``, at each simple statement that holds one,
and at the head of each function.

``await X`` becomes ``await <probe>(<reach probe>(site), X)``: the one notes that the place is reached,
before X is evaluated and perhaps raises, and the other sees X and hands it back. Sites are counted by
file in the order of their keywords in the source. A statement has the number of its first await and
STATEMENTS: what it evaluates before that may raise, and then only the statement is reached.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple, Union

# Names that no source can spell, so that no code can read, shadow or overwrite them.
AWAIT_PROBE = "amiss: await"
REACH_PROBE = "amiss: reach"
FUNCTION_PROBE = "amiss: function"

# What the number of a statement's reach is greater by than that of its first await's.
STATEMENTS = 1 << 40

_Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
# Where an await stands: its outermost f-string or itself, the field in that, its place, its turn.
_Order = tuple[tuple[int, int], int, tuple[int, int], int]


class Sites(NamedTuple):
    """How many sites of each kind a file has."""

    awaits: int
    functions: int


def instrument(tree: ast.Module, first_await: int, first_function: int) -> Sites:
    """Changes the tree in place; sites get numbers from the given ones on."""
    awaits = [node for _, node in sorted(_awaits(tree), key=lambda found: found[0])]
    functions = sorted(_functions(tree), key=lambda node: (node.lineno, node.col_offset))
    _mark_statements(tree, {await_: number for number, await_ in enumerate(awaits, first_await)})
    for number, node in enumerate(awaits, first_await):
        call = _call(AWAIT_PROBE, _call(REACH_PROBE, ast.Constant(value=number)))
        _place(call, node.value)
        call.args.append(node.value)
        node.value = call
    for number, function in enumerate(functions, first_function):
        _insert(function, ast.Expr(_call(FUNCTION_PROBE, ast.Constant(value=number))))
    return Sites(len(awaits), len(functions))


def count_awaits(tree: ast.Module) -> int:
    """How many ``await`` expressions a module has."""
    return sum(isinstance(node, ast.Await) for node in ast.walk(tree))


def _call(probe: str, argument: ast.expr) -> ast.Call:
    return ast.Call(func=ast.Name(id=probe, ctx=ast.Load()), args=[argument], keywords=[])


def _place(new: ast.AST, beside: ast.AST) -> None:
    """Gives all of a new tree the place of an old node."""
    for node in ast.walk(new):
        ast.copy_location(node, beside)


def _mark_statements(tree: ast.Module, numbers: dict[ast.Await, int]) -> None:
    """Before each simple statement that holds an await: a probe with the number of its first."""
    blocks = [
        block
        for node in ast.walk(tree)
        for block in (getattr(node, name, None) for name in ("body", "orelse", "finalbody"))
        if isinstance(block, list)
    ]
    for block in blocks:
        for statement in [each for each in block if _is_simple(each)]:
            found = [numbers[node] for node in ast.walk(statement) if isinstance(node, ast.Await)]
            if found:
                probe = ast.Expr(_call(REACH_PROBE, ast.Constant(value=STATEMENTS + min(found))))
                _place(probe, statement)
                block.insert(block.index(statement), probe)


def _is_simple(statement: ast.stmt) -> bool:
    return not hasattr(statement, "body") and not hasattr(statement, "cases")


def _insert(function: _Function, probe: ast.stmt) -> None:
    """Before the first statement, but after a docstring, which must stay one."""
    index = 0 if ast.get_docstring(function, clean=False) is None else 1
    neighbour = function.body[min(index, len(function.body) - 1)]
    _place(probe, neighbour)
    function.body.insert(index, probe)


def _functions(tree: ast.Module) -> list[_Function]:
    return [
        node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def _awaits(tree: ast.Module) -> Iterator[tuple[_Order, ast.Await]]:
    """Below Python 3.12 places inside f-strings mean little, but the order of the fields counts."""
    turn = 0
    waiting: list[tuple[ast.AST, Union[tuple[tuple[int, int], int], None]]] = [(tree, None)]
    while waiting:
        node, field = waiting.pop()
        turn += 1
        if isinstance(node, ast.Await):
            place = (node.lineno, node.col_offset)
            around, index = field or (place, 0)
            yield (around, index, place, turn), node
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.JoinedStr) and field is None:
            start = (node.lineno, node.col_offset)
            fields = [(child, (start, index)) for index, child in enumerate(children)]
            waiting.extend(reversed(fields))
        else:
            waiting.extend((child, field) for child in reversed(children))
