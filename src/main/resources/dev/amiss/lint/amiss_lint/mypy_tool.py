"""mypy: built once with what its daemon uses, then updated in a fork.

The daemon itself looks again at every place that had an error, to be able to print all of them.
Here only what the change can have altered is looked at: what stays the same is of no interest.
"""

from __future__ import annotations

import os
import re

from mypy.dmypy_server import Server
from mypy.main import process_options

from amiss_lint.serve import Finding, Tool

_MESSAGE = re.compile(
    r"(?P<file>.+?):(?P<line>\d+):(?:(?P<column>\d+):)? error: (?P<message>.*?)"
    r"(?:  \[(?P<rule>[a-z0-9-]+)\])?$"
)


class Mypy:
    def start(self, arguments: list[str], files: list[str]) -> list[Finding]:
        self._sources, options = process_options(
            [*arguments, *files], require_targets=True, server_options=True
        )
        self._server = Server(options, os.devnull + ".status")
        result = self._server.check(self._sources, False, False, 80)
        if result["status"] == 2:
            raise RuntimeError((result["out"] + result["err"]).strip())
        manager = self._server.fine_grained_manager
        self._modules = {
            os.path.relpath(module.path): name for name, module in manager.manager.modules.items()
        }
        return [found for message in result["out"].splitlines() for found in _parsed(message)]

    def findings(self, changed: list[str], files: list[str]) -> list[Finding]:
        manager = self._server.fine_grained_manager
        manager.previous_targets_with_errors = set()
        self._server.fscache.flush()
        known = [(self._modules[path], path) for path in changed if path in self._modules]
        messages = manager.update(known, []) if known else []
        return [found for message in messages for found in _parsed(message)]


def _parsed(message: str) -> list[Finding]:
    match = _MESSAGE.match(message)
    if match is None:
        return []
    return [
        (
            match["rule"] or "syntax",
            match["message"],
            match["file"],
            int(match["line"]),
            int(match["column"] or 1),
        )
    ]


TOOL: Tool = Mypy()
