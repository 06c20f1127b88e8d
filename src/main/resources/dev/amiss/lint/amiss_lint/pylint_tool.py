"""pylint: imported once, with every module that the project uses read; forks look at what changes.

A module that is read anew is another one to those that were read before. So what was inferred is
forgotten before anything is looked at. What imports a changed file is looked at where something
may be otherwise for it (see ``pylint_sight``); or else it says what it said at first.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, Optional

from pylint.lint import Run
from pylint.reporters.collecting_reporter import CollectingReporter

from amiss_lint.differences import differences
from amiss_lint.pylint_sight import BODY, HEAD, Part, Sight, Trees, infer_anew
from amiss_lint.serve import Finding, Forked, Tool

# The first needs no look at all, but pylint wants to be asked something.
_NOTHING = ("--disable=all", "--enable=syntax-error")


class _View(NamedTuple):
    """What pylint says of a file of the original, and what it saw elsewhere to say so."""

    findings: list[Finding]
    parts: set[Part]


class Pylint:
    def start(self, arguments: list[str], files: list[str]) -> list[Finding]:
        self._arguments = arguments
        self._texts = {path: _read(path) for path in files}
        self._views: dict[str, _View] = {}
        self._look(files)
        self._trees = Trees(files)
        self._trees.forget(files)
        sight = Sight()
        with sight.of_building():
            self._build(files)
        self._seen_in_building = sight.parts(files)
        self._trees.built()
        return []

    def findings(
        self, changed: list[str], files: list[str], forked: Forked
    ) -> Iterable[Sequence[Any]]:
        different = [path for path in changed if _read(path) != self._texts.get(path)]
        others = [path for path in files if path not in different]
        for path in others:
            if path not in self._views:
                findings, parts = forked(partial(self._view, path))
                self._views[path] = _View(findings, {tuple(part) for part in parts})
        concerned = self._concerned(different, others)
        stale = different if concerned is not None else files
        looked = [*different, *concerned] if concerned is not None else files
        found: list[Sequence[Any]] = forked(partial(self._look_anew, stale, looked)) if stale else []
        for path in others:
            if path not in looked:
                found += self._views[path].findings
        return found

    def _view(self, path: str) -> tuple[list[Finding], list[Part]]:
        sight = Sight()
        with sight.of(path):
            findings = self._look([path])
        return findings, list(sight.parts(self._texts))

    def _concerned(self, different: list[str], others: list[str]) -> Optional[list[str]]:
        """The other files for which something may be different; None where all may be."""
        changed: set[Part] = set()
        # What is no part of the code, a test, is not imported by it.
        for path in self._texts.keys() & different:
            change = differences(self._texts[path], _read(path))
            if change is None or any(self._may_mean(path, change.names) for path in others):
                return None
            for line, is_head in change.functions.items():
                changed.add((path, line, HEAD if is_head else BODY))
        if changed & self._seen_in_building:
            return None
        return [path for path in others if changed & self._views[path].parts]

    def _may_mean(self, path: str, names: frozenset[str]) -> bool:
        """Whether a file could come by names which another one has not defined so far."""
        text = self._texts[path]
        return any(name.encode() in text for name in names) or (bool(names) and b"import *" in text)

    def _look_anew(self, stale: list[str], files: list[str]) -> list[Finding]:
        """Looks at files, one by one, when some have been built anew."""
        self._trees.forget(stale)
        self._build(stale)
        self._trees.join()
        found = []
        for path in files:
            infer_anew()
            found += self._look([path])
        return found

    def _build(self, files: list[str]) -> None:
        """Has pylint read files in its own way."""
        arguments = [argument for argument in self._arguments if argument != "--enable=all"]
        Run([*arguments, *_NOTHING, *files], reporter=CollectingReporter(), exit=False)

    def _look(self, files: list[str]) -> list[Finding]:
        reporter = CollectingReporter()
        Run([*self._arguments, *files], reporter=reporter, exit=False)
        return [
            (found.msg_id, found.msg, found.path, found.line, found.column + 1)
            for found in reporter.messages
        ]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


TOOL: Tool = Pylint()
