"""pylint: imported once, with every module of the project read; then a fork for each question."""

from __future__ import annotations

import os

from astroid import MANAGER
from pylint.lint import Run
from pylint.reporters.collecting_reporter import CollectingReporter

from amiss_lint.serve import Finding, Tool


class Pylint:
    def start(self, arguments: list[str], files: list[str]) -> list[Finding]:
        self._arguments = arguments
        self._lint(files)
        return []

    def findings(self, changed: list[str], files: list[str]) -> list[Finding]:
        stale = {os.path.abspath(path) for path in changed}
        for name, module in list(MANAGER.astroid_cache.items()):
            if module.file and os.path.abspath(module.file) in stale:
                del MANAGER.astroid_cache[name]
        return self._lint(files)

    def _lint(self, files: list[str]) -> list[Finding]:
        reporter = CollectingReporter()
        Run([*self._arguments, *files], reporter=reporter, exit=False)
        return [
            (found.msg_id, found.msg, found.path, found.line, found.column + 1)
            for found in reporter.messages
        ]


TOOL: Tool = Pylint()
