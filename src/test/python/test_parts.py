"""A part compiles to the code that the whole file has for it."""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PACKAGES

from amiss_pytest.parts import differing, parts

LINES = sys.version_info >= (3, 10)
SOURCES = sorted((PACKAGES / "amiss_pytest").glob("*.py"))


def functions(code: types.CodeType) -> Iterator[types.CodeType]:
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield const
            yield from functions(const)


def told(code: types.CodeType) -> tuple[object, ...]:
    """All but the instructions: those for a call of ``os.path()`` depend on whether the module
    imports ``os``, although they do the same."""
    consts = [repr(const) for const in code.co_consts if not isinstance(const, types.CodeType)]
    variables = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    lines = sorted({line for _, _, line in code.co_lines() if line} if LINES else ())
    return code.co_name, code.co_firstlineno, code.co_flags, *variables, *consts, *lines


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_every_changed_return_is_compiled_as_in_the_whole_file(path: Path) -> None:
    old = path.read_bytes()
    lines = old.split(b"\n")
    known = parts(ast.parse(old))
    whole = set(map(told, functions(compile(old, "x", "exec", dont_inherit=True))))
    for number, line in enumerate(lines):
        if line.strip().startswith((b"return", b"self.")) and line.endswith((b")", b"]")):
            new = b"\n".join([*lines[:number], line + b"  # changed", *lines[number + 1 :]])
            before, after = differing(old, new, known)
            assert len(before) < len(old)
            assert after.endswith(b"\n") and b"  # changed" in after
            for part in (before, after):
                code = compile(part, "x", "exec", dont_inherit=True)
                found = [c for c in functions(code) if c.co_flags & 0x2]
                assert found
                assert set(map(told, found)) <= whole


METHOD = b"class C:\n    a = 1\n    def f(self):\n        return 1\n\n    def g(self): pass\n"


@pytest.mark.parametrize(
    ("new", "is_part"),
    [
        (METHOD.replace(b"return 1", b"return 2"), True),
        (METHOD.replace(b"        return", b"        x = 1\n        return"), False),
        (METHOD.replace(b"a = 1", b"a = 2"), False),
        (METHOD.replace(b"return 1", b"return 2").replace(b"pass", b"return"), False),
        (METHOD + b"x = 1\n", False),
        (b"x = 1\n" + METHOD, False),
        (METHOD.replace(b"    a = 1\n", b""), False),
    ],
)
def test_only_one_method_is_taken_out_of_its_class(new: bytes, is_part: bool) -> None:
    before, after = differing(METHOD, new, parts(ast.parse(METHOD)))
    assert (b"a = " not in before + after) == is_part
    assert (before == METHOD) == (not is_part) or before != after
