"""The server that keeps a linter warm, with a linter of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SIDE = Path(__file__).parents[2] / "main/resources/dev/amiss/lint/amiss_lint"

TOOL = '''
import os
class Tool:
    def start(self, arguments, files):
        if "break" in arguments:
            raise ValueError("no such option")
        self.seen = 0
        print("chatter on standard output")
        return [("first", "at first", files[0], 1, 1)]
    def findings(self, changed, files, forked):
        return forked(lambda: self.look(changed, files))
    def look(self, changed, files):
        self.seen += 1
        if "crash.py" in changed:
            os._exit(9)
        if "raise.py" in changed:
            raise ValueError("broken")
        return [("seen", str(self.seen), path, 2, 3) for path in files]
TOOL = Tool()
'''


class Server:
    def __init__(self, folder: Path) -> None:
        package = folder / "amiss_lint"
        package.mkdir()
        for source in SIDE.glob("*.py"):
            (package / source.name).write_bytes(source.read_bytes())
        (package / "sample_tool.py").write_text(TOOL)
        self.process = subprocess.Popen(
            [sys.executable, str(package / "serve.py"), "sample_tool"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        self.process.communicate(timeout=600)


@pytest.fixture
def server(tmp_path: Path) -> Any:
    running = Server(tmp_path)
    yield running
    running.close()


def test_the_first_look_may_say_something_already(server: Server) -> None:
    answer = server.ask({"arguments": [], "files": ["a.py"]})

    assert answer == {"findings": [["first", "at first", "a.py", 1, 1]]}


def test_no_question_leaves_anything_behind(server: Server) -> None:
    server.ask({"arguments": [], "files": ["a.py"]})

    answers = [server.ask({"changed": [], "files": ["a.py"]}) for _ in range(2)]

    assert answers == [{"findings": [["seen", "1", "a.py", 2, 3]]}] * 2


def test_a_tool_that_ends_costs_one_answer(server: Server) -> None:
    server.ask({"arguments": [], "files": ["a.py"]})

    broken = server.ask({"changed": ["crash.py"], "files": []})
    raised = server.ask({"changed": ["raise.py"], "files": []})
    sound = server.ask({"changed": [], "files": []})

    assert "ended without an answer" in broken["error"]
    assert raised == {"error": "ValueError: broken"}
    assert sound == {"findings": []}


def test_a_tool_that_cannot_start_says_why(server: Server) -> None:
    answer = server.ask({"arguments": ["break"], "files": []})

    assert answer == {"error": "ValueError: no such option"}
