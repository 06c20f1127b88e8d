"""Keeps one linter warm and asks it about one state of the files after the other.

Started as ``python serve.py TOOL``, in the root of a copy of the project. Speaks JSON lines, each
an object, protocol version 1:

    in   {"arguments": [...], "files": [...]}      first: the tool's options, and all files
    out  {"findings": [...]}                       what it says of them all, if it says so already;
                                                   or {"error": "..."} and the end
    in   {"changed": [...], "files": [...]}        the files changed on disk, and those of interest
    out  {"findings": [[rule, message, file, line, column], ...]}    or {"error": "..."}

A tool looks at files that have changed in a fork of this process, so that nothing it did remains:
the files on disk may be put back, and the next question finds the tool as it was.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from typing import IO, Any, Callable, Protocol

Finding = tuple[str, str, str, int, int]

# Has something done in a fork of this process, and says what came of it, which JSON can say.
Forked = Callable[[Callable[[], Any]], Any]


class Tool(Protocol):
    """A linter: looks at everything once, and then again at what has changed."""

    def start(self, arguments: list[str], files: list[str]) -> list[Finding]:
        """Looks at all files, so that what it learns is there for every question.

        What it says of them has to be told if a question may be answered with changes only.
        """

    def findings(
        self, changed: list[str], files: list[str], forked: Forked
    ) -> Iterable[Sequence[Any]]:
        """What it says of the files, each a finding or the list that JSON makes of it."""


def main(name: str) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)  # Whatever the tool prints is no answer.
    tool: Tool = importlib.import_module(f"amiss_lint.{name}").TOOL
    first = json.loads(sys.stdin.readline())
    try:
        ready = {"findings": tool.start(first["arguments"], first["files"])}
    except (Exception, SystemExit) as problem:
        traceback.print_exc()
        _say(answers, {"error": _words(problem)})
        return
    gc.collect()
    gc.freeze()  # A collection in a child would touch, and so copy, every page.
    _say(answers, ready)
    for line in sys.stdin:
        question = json.loads(line)
        try:
            found = tool.findings(question["changed"], question["files"], _forked)
            _say(answers, {"findings": list(found)})
        except _Failed as problem:
            _say(answers, {"error": str(problem)})


class _Failed(Exception):
    """A fork came to nothing; the message says why."""


def _forked(look: Callable[[], Any]) -> Any:
    incoming, outgoing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(incoming)
        _answer(look, outgoing)
    os.close(outgoing)
    with os.fdopen(incoming, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if not said:
        raise _Failed(f"it ended without an answer (wait status {status})")
    answer = json.loads(said)
    if "error" in answer:
        raise _Failed(answer["error"])
    return answer["is"]


def _answer(look: Callable[[], Any], outgoing: int) -> None:
    """Writes the answer, and ends this process."""
    code = 1
    try:
        gc.disable()
        try:
            answer = {"is": look()}
        except (Exception, SystemExit) as problem:
            traceback.print_exc()
            answer = {"error": _words(problem)}
        with os.fdopen(outgoing, "wb") as pipe:
            pipe.write(json.dumps(answer).encode())
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


def _words(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"


def _say(answers: IO[str], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    main(sys.argv[1])
