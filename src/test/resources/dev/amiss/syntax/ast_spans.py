"""Prints where CPython's own ast sees each node of the files named on standard input.

For each file a line "## PATH", then a line "KIND LINE COLUMN END_LINE END_COLUMN" for each node, in no
particular order; lines and columns are 1-based, columns count code points, ends are exclusive. A file that
CPython refuses gives the single line "! REASON" instead.

The tree of amiss is not quite ast's. What only one of the two has is left out here: the links of a chain of
operators but for the outermost, text between the fields of an f-string, the tuple of an except clause, the
singletons of a pattern. Before Python 3.12 nothing inside an f-string has a true position, so all of it is
left out, and the test leaves it out on its side too.
"""

import ast
import sys
import warnings
from typing import Iterator, List, Tuple

INTERPOLATED = tuple(
    getattr(ast, name) for name in ("JoinedStr", "TemplateStr") if hasattr(ast, name)
)
HAS_FSTRING_POSITIONS = sys.version_info >= (3, 12)

# Kinds that are one in amiss, whatever ast calls them.
RENAMED = {
    "TemplateStr": "JoinedStr",
    "Interpolation": "FormattedValue",
    "TypeVar": "TypeParameter",
    "TypeVarTuple": "TypeParameter",
    "ParamSpec": "TypeParameter",
    "YieldFrom": "Yield",
    "TryStar": "Try",
    "Nonlocal": "Global",
}

PRECEDENCE = {
    ast.BitOr: 1,
    ast.BitXor: 2,
    ast.BitAnd: 3,
    ast.LShift: 4,
    ast.RShift: 4,
    ast.Add: 5,
    ast.Sub: 5,
    ast.Mult: 6,
    ast.Div: 6,
    ast.FloorDiv: 6,
    ast.Mod: 6,
    ast.MatMult: 6,
    ast.Pow: 7,
}


class Columns:
    """Turns ast's columns, which count UTF-8 bytes, into code points."""

    def __init__(self, source: bytes) -> None:
        # Through ast's eyes: decoded, and encoded again as UTF-8.
        text = decoded(source)
        self.lines = []
        if not text.isascii():
            unix = text.replace("\r\n", "\n").replace("\r", "\n")
            self.lines = [line.encode("utf-8") for line in unix.split("\n")]

    def column(self, line: int, offset: int) -> int:
        if self.lines:
            return len(self.lines[line - 1][:offset].decode("utf-8")) + 1
        return offset + 1


def decoded(source: bytes) -> str:
    import importlib.util

    return importlib.util.decode_source(source)


def is_link(outer: ast.BinOp, inner: ast.AST) -> bool:
    """Whether an operation is only a link in the chain of operators of the one around it."""
    if not isinstance(inner, ast.BinOp):
        return False
    level = PRECEDENCE[type(outer.op)]
    if PRECEDENCE[type(inner.op)] != level:
        return False
    if level == 7:
        return inner is outer.right and end(inner) == end(outer)
    return inner is outer.left and start(inner) == start(outer)


def start(node: ast.expr) -> Tuple[int, int]:
    return node.lineno, node.col_offset


def end(node: ast.expr) -> Tuple[int, int]:
    return node.end_lineno or 0, node.end_col_offset or 0


def left_out(node: ast.AST) -> List[ast.AST]:
    """Which children of a node have no counterpart, though theirs may have."""
    if isinstance(node, ast.BinOp):
        return [child for child in (node.left, node.right) if is_link(node, child)]
    if isinstance(node, INTERPOLATED):
        return [child for child in node.values if isinstance(child, ast.Constant)]
    if isinstance(node, ast.ExceptHandler):
        return [node.type] if isinstance(node.type, ast.Tuple) else []
    kind = type(node).__name__
    if kind in ("FormattedValue", "Interpolation"):
        return [node.format_spec] if node.format_spec else []
    if kind == "MatchMapping":
        return [key for key in node.keys if getattr(key, "value", 0) in (None, True, False)]
    return []


def positions(tree: ast.Module, columns: Columns) -> Iterator[str]:
    column = columns.column
    pending: List[Tuple[ast.AST, bool]] = [(tree, False)]
    while pending:
        node, is_hidden = pending.pop()
        kind = type(node).__name__
        line = getattr(node, "lineno", None)
        if line is not None and not is_hidden and not kind.startswith("Match"):
            last = node.end_lineno
            yield "%s %d %d %d %d\n" % (
                RENAMED.get(kind, kind),
                line,
                column(line, node.col_offset),
                last,
                column(last, node.end_col_offset),
            )
        elif kind == "Match":
            yield "Match %d %d %d %d\n" % (
                line,
                column(line, node.col_offset),
                node.end_lineno,
                column(node.end_lineno, node.end_col_offset),
            )
        if isinstance(node, INTERPOLATED) and not HAS_FSTRING_POSITIONS:
            continue
        hidden = left_out(node)
        attributes = node.__dict__
        for field in node._fields:
            value = attributes.get(field)
            if type(value) is list:
                for item in value:
                    if isinstance(item, ast.AST):
                        pending.append((item, item in hidden))
            elif isinstance(value, ast.AST) and field not in ("ctx", "op"):
                pending.append((value, value in hidden))


def main() -> None:
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    out = sys.stdout
    for path in sys.stdin.read().splitlines():
        out.write("## %s\n" % path)
        with open(path, "rb") as file:
            source = file.read()
        try:
            tree = ast.parse(source)
            out.writelines(positions(tree, Columns(source)))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as reason:
            out.write("! %s\n" % str(reason).replace("\n", " "))


if __name__ == "__main__":
    main()
