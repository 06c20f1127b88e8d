"""flake8: imported once with its plugins, then a fork for each question."""

from __future__ import annotations

import os
import tempfile

from flake8.main.application import Application

from amiss_lint.serve import Finding, Forked, Tool

_FORMAT = "%(code)s\t%(path)s\t%(row)d\t%(col)d\t%(text)s"


class Flake8:
    def start(self, arguments: list[str], files: list[str]) -> list[Finding]:
        self._arguments = [*arguments, "--jobs=1", f"--format={_FORMAT}"]
        self._lint(files[:1])
        return []

    def findings(self, changed: list[str], files: list[str], forked: Forked) -> list[Finding]:
        found: list[Finding] = forked(lambda: self._lint(files))
        return found

    def _lint(self, files: list[str]) -> list[Finding]:
        handle, output = tempfile.mkstemp(prefix="amiss-flake8-")
        os.close(handle)
        try:
            app = Application()
            app.run([*self._arguments, f"--output-file={output}", *files])
            if app.catastrophic_failure:
                raise RuntimeError("flake8 gave up; see its messages")
            with open(output, encoding="utf-8") as lines:
                return [_parsed(line.rstrip("\n")) for line in lines if line.strip()]
        finally:
            os.unlink(output)


def _parsed(line: str) -> Finding:
    rule, path, row, column, text = line.split("\t", 4)
    return rule, text, path, int(row), int(column)


TOOL: Tool = Flake8()
