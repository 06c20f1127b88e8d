"""A worker to talk to, as Java does, on a project written into a temporary folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

import pytest

RESOURCES = Path(__file__).parents[2] / "main/resources/dev/amiss"
PACKAGES = RESOURCES / "pytest"
sys.path[:0] = [str(PACKAGES), str(RESOURCES / "lint")]
sys.dont_write_bytecode = True

Answer = dict[str, Any]


class Worker:
    """A supervisor, and the lines that go to it and come from it."""

    def __init__(self, root: Path, tmp: Path, original: Path, environment: dict[str, str]) -> None:
        self._tmp = tmp
        self.root = root
        self.log = tmp / "log"
        self._prepare = {"op": "prepare", "version": 1, "tmp": str(tmp)}
        self._prepare.update(root=str(root), original=str(original))
        # The plugins of the environment that runs these tests are not to slow them down.
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "PYTHON"))}
        with (tmp / "supervisor.log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-B", str(PACKAGES / "amiss_pytest/supervisor.py")],
                cwd=root,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**inherited, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment},
            )
        self._runs = 0
        self._collected: Optional[tuple[str, ...]] = None

    def tell(self, **request: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write((json.dumps(request) + "\n").encode())
        self.process.stdin.flush()

    def hear(self) -> Answer:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, (self._tmp / "supervisor.log").read_text()
        answer: Answer = json.loads(line)
        return answer

    def prepare(self, preload: Optional[list[str]] = None) -> Answer:
        self.tell(**self._prepare, warm=None if preload is None else {"preload": preload})
        return self.hear()

    def collect(
        self, *args: str, files: Optional[dict[str, int]] = None, late: Sequence[str] = ()
    ) -> Answer:
        request = {"args": list(args), "deselect": [], "files": files or {}, "log": str(self.log)}
        self.tell(op="collect", seconds=600, late=list(late), **request)
        return self.hear()

    def start(self, *args: str, **fields: Any) -> None:
        if fields.get("isolation") == "hot" and self._collected != args:
            assert self.collect(*args)["hotRefused"] is None, self.log.read_text()
            self._collected = args
        limits = {
            "perTest": {},
            "otherTest": {"wall": 600, "cpu": 300},
            "startup": 600,
            "exit": 600,
            "memory": 4 << 30,
            **fields.pop("limits", {}),
        }
        for deadline in (limits["otherTest"], *limits["perTest"].values()):
            deadline.setdefault("longest", deadline["wall"])
        request = {
            "op": "run",
            "id": self._runs,
            "isolation": "cold",
            "args": list(args),
            "select": None,
            "deselect": [],
            "stopAtFirstFailure": False,
            "observe": None,
            "report": "full",
            "limits": limits,
            "expect": [],
            "log": str(self.log),
            **fields,
        }
        self._runs += 1
        self.tell(**request)

    def run(self, *args: str, **fields: Any) -> Answer:
        self.start(*args, **fields)
        return self.hear()

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(600)
        self.process.stdout.close()


def write(folder: Path, files: dict[str, str]) -> None:
    """Writes files given by path and indented text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


Start = Callable[..., Worker]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Writes a project and starts a worker on it, prepared."""
    workers = []

    def start_worker(
        files: dict[str, str],
        preload: Optional[list[str]] = None,
        original: Optional[Path] = None,
        **environment: str,
    ) -> Worker:
        root, tmp = tmp_path / "p", tmp_path / "t"
        root.mkdir()
        tmp.mkdir()
        write(root, files)
        worker = Worker(root, tmp, original or root, environment)
        workers.append(worker)
        worker.ready = worker.prepare(preload)  # type: ignore[attr-defined]
        return worker

    yield start_worker
    for worker in workers:
        worker.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """What other versions of Python and pytest are tried with, where time is short."""
    parser.addoption(
        "--isolations",
        default="cold,warm,hot",
        help="ways of running for the tests that are about each of them",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The parameter ``isolation`` is each way of running, where a test does not say which."""
    own = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
    if "isolation" in metafunc.fixturenames and "isolation" not in own:
        metafunc.parametrize("isolation", metafunc.config.getoption("--isolations").split(","))


@pytest.fixture
def run(start: Start) -> Callable[..., Answer]:
    """Writes a project and runs it once."""

    def run_once(files: dict[str, str], *args: str, **fields: Any) -> Answer:
        warm = fields.get("isolation") == "warm"
        return start(files, [] if warm else None).run(*args, **fields)

    return run_once


def outcomes(answer: Answer) -> dict[str, str]:
    """What became of each test, by the name after the file's."""
    return {test["id"].partition("::")[2]: test["outcome"] for test in answer["tests"]}
