"""pylint: imported once, with every module that the project uses read; forks look at what changes.

A module that is read anew is another one to those that were read before. So what was inferred is
forgotten before anything is looked at. Other files than those that change are looked at only where
something may be otherwise for them (see ``pylint_sight``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, Optional

from pylint.lint import Run
from pylint.reporters.collecting_reporter import CollectingReporter

from amiss_lint.differences import differences, mentions
from amiss_lint.pylint_sight import BODY, HEAD, Part, Sight, Trees, infer_anew
from amiss_lint.serve import Finding, Forked, Tool

# The first needs no look at all, but pylint wants to be asked something.
_NOTHING = ("--disable=all", "--enable=syntax-error")


class _View(NamedTuple):
    """What pylint says of a file of the original, and what it saw elsewhere to say so."""

    findings: list[Finding]
    parts: set[Part]


class Pylint:
    def start(self, arguments: list[str], files: list[str], forked: Forked) -> list[Finding]:
        self._arguments = arguments
        self._texts = {path: _read(path) for path in files}
        modules = {part for path in files for part in os.path.splitext(path)[0].split(os.sep)}
        self._mentions = {path: mentions(text, modules) for path, text in self._texts.items()}
        self._look(files)
        self._trees = Trees(files)
        self._trees.forget(files)
        sight = Sight()
        with sight.of_building():
            self._build(files)
        self._seen_in_building = sight.parts(files)
        self._trees.built()
        self._views: dict[str, _View] = {}
        for path in files:
            findings, parts = forked(partial(self._view, path))
            self._views[path] = _View(findings, {tuple(part) for part in parts})
        return [finding for view in self._views.values() for finding in view.findings]

    def findings(
        self, changed: list[str], files: list[str], forked: Forked
    ) -> Iterable[Sequence[Any]]:
        different = [path for path in changed if _read(path) != self._texts.get(path)]
        found: list[Sequence[Any]] = []
        if different:
            found = forked(partial(self._look_again, different))
        for path in changed:
            if path not in different:
                found += self._views[path].findings
        return found

    def _view(self, path: str) -> tuple[list[Finding], list[Part]]:
        sight = Sight()
        with sight.of(path):
            findings = self._look([path])
        return findings, list(sight.parts(self._texts))

    def _look_again(self, different: list[str]) -> list[Finding]:
        """Looks at files that are different, and at others for which something may be."""
        concerned = self._concerned(different)
        if not self._rebuild(different) or concerned is None:
            concerned = [path for path in self._texts if path not in different]
            self._rebuild([*different, *concerned])
        found = []
        for path in [*different, *concerned]:
            infer_anew()
            found += self._look([path])
        return found

    def _concerned(self, different: list[str]) -> Optional[list[str]]:
        """The other files for which something may be different; None where all may be."""
        changed: set[Part] = set()
        names: set[str] = set()
        # What is no part of the code, a test, is not imported by it.
        for path in self._texts.keys() & different:
            change = differences(self._texts[path], _read(path))
            if change is None:
                return None
            names |= change.names
            for line, is_head in change.functions.items():
                changed.add((path, line, HEAD if is_head else BODY))
        others = [path for path in self._texts if path not in different]
        if changed & self._seen_in_building or self._may_mean(others, names):
            return None
        return [path for path in others if changed & self._views[path].parts]

    def _may_mean(self, paths: list[str], names: set[str]) -> bool:
        """Whether a file could come by names that were not defined so far."""
        asked = names | {"*"} if names else names
        return any(asked & self._mentions[path] for path in paths)

    def _rebuild(self, files: list[str]) -> bool:
        """Has files read anew; says whether they do to others what they did before."""
        self._trees.forget(files)
        self._build(files)
        return self._trees.join(files)

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
