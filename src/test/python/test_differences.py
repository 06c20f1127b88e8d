"""Which functions of a file are different, and when more than they may be."""

from __future__ import annotations

from typing import Optional

import pytest
from amiss_lint.differences import Differences, differences

BEFORE = """
import json

LIMIT = 10


def plain(text):
    return json.loads(text)


class Store:
    limit = LIMIT

    async def load(self):
        self.value = await read()
        return self.value

    def inner(self):
        def deepest():
            return 1

        return deepest()
"""


def of(*replacements: tuple[str, str]) -> Optional[Differences]:
    after = BEFORE
    for old, new in replacements:
        assert old in after
        after = after.replace(old, new, 1)
    return differences(BEFORE.encode(), after.encode())


def test_what_stands_in_functions_is_told_by_the_outermost_of_them() -> None:
    assert of(("loads(text)", "dumps(text)"), ("return 1", "return 2")) == (
        {7: False, 18: False},
        frozenset(),
    )


def test_a_function_whose_head_is_different_is_another_one() -> None:
    assert of(("def plain", "async def plain")) == ({7: True}, frozenset())


def test_lines_and_comments_that_move_are_no_difference() -> None:
    assert of(("LIMIT = 10", "# ten\n\nLIMIT  =  10")) == ({}, frozenset())


def test_the_value_of_an_attribute_is_a_difference_of_the_function_that_sets_it() -> None:
    assert of(("= await read()", "= read()")) == ({14: False}, frozenset())


def test_definitions_by_new_names_are_told() -> None:
    new = "from enum import Enum\nclass Kind(Enum): pass\ndef made(): pass\nLIMIT = 10"

    assert of(("LIMIT = 10", new)) == ({}, frozenset({"Enum", "Kind", "made"}))


@pytest.mark.parametrize(
    "replacement",
    [
        ("LIMIT = 10", "LIMIT = 11"),
        ("LIMIT = 10", "LIMIT = 10\nMORE = 11"),
        ("LIMIT = 10", "LIMIT = 10\ndef plain(text): pass"),
        ("LIMIT = 10", "LIMIT = 10\nfrom json import *"),
        ("\nimport json", "from __future__ import annotations\nimport json"),
        ("    limit = LIMIT", "    limit = LIMIT\n    def more(self): pass"),
        ("class Store", "class Store(dict)"),
        ("def plain", "def planed"),
        ("return json", "global LIMIT; return json"),
        ("self.value = await read()", "self.other = self.value = await read()"),
        ("self.value = await read()", "self = await read(); self.value = 1"),
        ("return self.value", "self.value.more = 1; return self.value"),
        ("def plain(text):", "def plain(text:"),
    ],
)
def test_what_more_may_be_seen_of_is_not_told(replacement: tuple[str, str]) -> None:
    assert of(replacement) is None


def test_what_python_cannot_read_is_not_told() -> None:
    assert differences(b"\xff", BEFORE.encode()) is None
