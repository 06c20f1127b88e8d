"""Prints where CPython's own ast sees each node of the files named on standard input.

For each file a line "## PATH", then a line "KIND LINE COLUMN END_LINE END_COLUMN" for each node, in no
particular order; lines and columns are 1-based, columns count code points, ends are exclusive. A file that
CPython refuses gives the single line "! REASON" instead.

The tree of amiss is not quite ast's. What only one of the two has is left out here: the links of a chain of
operators but for the outermost, text between the fields of an f-string, the tuple of an except clause, the
star of an import. Names, numbers and other constants of one token are left out as well. Before Python 3.12 nothing inside an f-string has a true position, so all of it is
left out, and the test leaves it out on its side too.
"""

import ast
import sys
import warnings
from typing import Dict, Iterator, List, Set, Tuple

INTERPOLATED = tuple(
    getattr(ast, name) for name in ("JoinedStr", "TemplateStr") if hasattr(ast, name)
)
HAS_FSTRING_POSITIONS = sys.version_info >= (3, 12)

PATTERN = getattr(ast, "pattern", ())
# A name or a number is a single token: nothing to get wrong, and most of all nodes.
UNPRINTED = {"Name", "Num", "Str", "Bytes", "NameConstant", "Ellipsis"}

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
    kind = type(node).__name__
    if isinstance(node, ast.BinOp):
        return [child for child in (node.left, node.right) if is_link(node, child)]
    if isinstance(node, INTERPOLATED):
        return [child for child in node.values if isinstance(child, ast.Constant)]
    if isinstance(node, ast.ExceptHandler):
        return [node.type] if isinstance(node.type, ast.Tuple) else []
    if isinstance(node, ast.ImportFrom):
        return [alias for alias in node.names if alias.name == "*"]
    if kind in ("FormattedValue", "Interpolation"):
        return [node.format_spec] if node.format_spec else []
    return []


WITH_HIDDEN_CHILDREN = INTERPOLATED + tuple(
    getattr(ast, name)
    for name in ("BinOp", "ExceptHandler", "ImportFrom", "FormattedValue", "Interpolation")
    if hasattr(ast, name)
)


def kinds() -> Dict[type, str]:
    """Every class of node by the name to print; an empty one for nodes that have no place."""
    found = {}
    for name, kind in vars(ast).items():
        if isinstance(kind, type) and issubclass(kind, ast.AST) and name not in UNPRINTED:
            is_placed = "lineno" in kind._attributes and not issubclass(kind, PATTERN)
            found[kind] = RENAMED.get(name, name) if is_placed else ""
    return found


KINDS = kinds()


def positions(tree: ast.Module, columns: Columns) -> Iterator[str]:
    column = columns.column
    is_ascii = not columns.lines
    hidden: Set[int] = set()
    pending: List[object] = [tree]
    while pending:
        node = pending.pop()
        cls = type(node)
        kind = KINDS.get(cls)
        if kind is None or (cls is ast.Constant and not isinstance(node.value, (str, bytes))):
            continue
        if kind and not (hidden and id(node) in hidden):
            line, start, last, end = (
                node.lineno,
                node.col_offset,
                node.end_lineno,
                node.end_col_offset,
            )
            if is_ascii:
                yield f"{kind} {line} {start + 1} {last} {end + 1}\n"
            else:
                yield f"{kind} {line} {column(line, start)} {last} {column(last, end)}\n"
        if cls in WITH_HIDDEN_CHILDREN:
            if cls in INTERPOLATED and not HAS_FSTRING_POSITIONS:
                continue
            hidden.update(map(id, left_out(node)))
        for value in node.__dict__.values():
            if value.__class__ is list:
                pending.extend(value)
            else:
                pending.append(value)


def main() -> None:
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    out = sys.stdout
    for path in sys.stdin.read().splitlines():
        out.write(f"## {path}\n")
        with open(path, "rb") as file:
            source = file.read()
        try:
            tree = ast.parse(source)
            out.writelines(positions(tree, Columns(source)))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as reason:
            out.write("! " + str(reason).replace("\n", " ") + "\n")


if __name__ == "__main__":
    main()
