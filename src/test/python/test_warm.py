"""A warm run differs from a cold one in nothing but what it costs."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Answer, Start, outcomes, write

BIASED = {
    "conftest.py": """
        import project
        def pytest_report_header(): return "header"
    """,
    "project.py": "import decimal, json\nVALUE = 1\n",
    "test_a.py": """
        import decimal, gc, os, project, random, sys, tempfile, uuid

        def test_value(): assert project.VALUE == int(os.environ.get("EXPECTED", "1"))
        def test_random():
            with open("random", "a") as file:
                print(random.random(), uuid.uuid4(), tempfile.mktemp(), file=file)
        def test_garbage(): gc.collect()
        def test_descriptors():
            links = [os.readlink(f"/proc/self/fd/{fd}") for fd in range(3, 64)
                     if os.path.lexists(f"/proc/self/fd/{fd}")]
            assert not [link for link in links if link.startswith("socket")]
    """,
    "pytest.ini": "[pytest]\nfilterwarnings = error\n",
}


def same(answer: Answer) -> Any:
    """What must not depend on the way of running."""
    return {
        key: answer[key]
        for key in ("outcome", "exitStatus", "collected", "failures", "warnings", "modules")
    } | {"tests": outcomes(answer)}


@pytest.mark.parametrize("plugins", [(), ("-p", "anyio")], ids=["bare", "plugin"])
def test_warm_equals_cold(start: Start, plugins: tuple[str, ...]) -> None:
    worker = start(BIASED)
    cold = worker.run(*plugins)
    assert cold["exitStatus"] == 0, worker.log.read_text()
    ready = worker.prepare(cold["modules"])
    assert (ready["warm"], ready["warmRefused"], ready["preloadFailed"]) == (True, None, [])

    warm = [worker.run(*plugins, isolation="warm") for _ in range(2)]

    for answer in warm:
        answer["modules"] = [m for m in answer["modules"] if m in cold["modules"]]
        assert sorted(answer.pop("modules")) == sorted(cold["modules"])
        answer["modules"] = cold["modules"]
        assert same(answer) == same(cold)
        assert answer["cpuSeconds"] < cold["cpuSeconds"]
    assert len(set((worker.root / "random").read_text().splitlines())) == 3


def test_a_changed_file_is_seen_even_with_its_old_size_and_time(start: Start) -> None:
    worker = start(BIASED, ["decimal", "json"])
    project = worker.root / "project.py"
    assert worker.run(isolation="warm")["exitStatus"] == 0
    before = project.stat()
    project.write_text(project.read_text().replace("VALUE = 1", "VALUE = 2"))
    os.utime(project, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert outcomes(worker.run(isolation="warm"))["test_value"] == "failed"


def test_the_project_is_never_imported_in_advance(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library"
    write(
        library,
        {
            "uses_project.py": """
                try:
                    import project
                except ImportError:
                    project = None
            """,
            "starts_thread.py": """
                import threading, time
                threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
            """,
            "exits.py": "raise SystemExit(3)",
            "fine.py": "VALUE = 1",
        },
    )
    files = {
        **BIASED,
        "test_b.py": """
            import uses_project
            def test_b(): assert uses_project.project.VALUE == 1
        """,
    }
    names = ["project", "uses_project", "exits", "starts_thread", "fine", "no_such_module"]
    worker = start(files, names, PYTHONPATH=str(library))
    assert worker.ready["warm"] is True  # type: ignore[attr-defined]
    failed = worker.ready["preloadFailed"]  # type: ignore[attr-defined]
    assert sorted(failed) == sorted(set(names) - {"fine"})
    assert set(outcomes(worker.run(isolation="warm")).values()) == {"passed"}


def test_modules_imported_in_advance_cause_no_warning_of_pytests(start: Start) -> None:
    conftest = "import pytest\npytest.register_assert_rewrite('decimal', 'project')\n"
    files = {**BIASED, "conftest.py": conftest, "project.py": "VALUE = 1\n"}
    worker = start(files, ["decimal"])
    answer = worker.run("-W", "error", isolation="warm")
    assert (answer["exitStatus"], answer["failures"]) == (0, [])


def test_what_is_imported_too_early_by_the_user_is_still_warned_of(start: Start) -> None:
    conftest = "import project, pytest\npytest.register_assert_rewrite('project')\n"
    worker = start({**BIASED, "conftest.py": conftest, "pytest.ini": "[pytest]\n"}, ["decimal"])
    worker.run(isolation="warm")
    assert re.search(r"already imported so cannot be rewritten[:;] project", worker.log.read_text())
