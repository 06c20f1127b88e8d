"""A run is what plain pytest would be, and tells what happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Answer, Start, outcomes

Run = Callable[..., Answer]

SELF_PORTRAIT = """
    import json, os, signal, sys, warnings

    def test_portrait():
        main = sys.modules["__main__"]
        portrait = {
            "argv": sys.argv,
            "path": sys.path,
            "cwd": os.getcwd(),
            "main": [main.__spec__.name, main.__file__, sorted(vars(main))],
            "warnoptions": sys.warnoptions,
            "orig_argv": getattr(sys, "orig_argv", None),
            "stdin": os.fstat(0).st_rdev,
            "signals": [str(signal.getsignal(s)) for s in (2, 13, 15, 17, 25)],
            "environment": sorted(set(os.environ) - {"TMPDIR", "LC_CTYPE"}),
            "flags": list(sys.flags),
            "tracing": [str(sys.gettrace()), str(sys.getprofile())],
        }
        with open("portrait.json", "w") as file:
            json.dump(portrait, file)
"""


def test_a_run_cannot_be_told_from_plain_pytest(start: Start, isolation: str) -> None:
    worker = start({"test_me.py": SELF_PORTRAIT}, [], PYTHONWARNINGS="default::UserWarning")
    portrait = worker.root / "portrait.json"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "PYTHON"))}
    environment.update(
        PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
        PYTHONWARNINGS="default::UserWarning",
        PYTHONDONTWRITEBYTECODE="1",
    )
    plain = [sys.executable, "-m", "pytest", "-q"]
    subprocess.run(
        plain, cwd=worker.root, env=environment, stdin=subprocess.DEVNULL, capture_output=True
    )
    expected = json.loads(portrait.read_text())

    answer = worker.run("-q", isolation=isolation)

    assert answer["outcome"] == "finished"
    assert json.loads(portrait.read_text()) == expected


def test_every_outcome_is_told_by_its_name(run: Run, isolation: str) -> None:
    answer = run(
        {"test_all.py": """
                import pytest, unittest

                def test_passes(): pass
                def test_fails(): assert 1 == 2, "sums"
                def test_skips(): pytest.skip()
                @pytest.mark.xfail
                def test_xfails(): assert False
                @pytest.mark.xfail
                def test_xpasses(): pass
                @pytest.fixture
                def broken(): raise LookupError("setup")
                def test_setup_error(broken): pass
                @pytest.fixture
                def late():
                    yield
                    raise KeyError("teardown")
                def test_teardown_error(late): pass
                def test_both(late): assert 0

                class TestCase(unittest.IsolatedAsyncioTestCase):
                    async def test_async(self): self.assertTrue(True)
                    def test_subtests(self):
                        for n in range(3):
                            with self.subTest(n=n): self.assertNotEqual(n, 5)
            """},
        isolation=isolation,
    )
    assert outcomes(answer) == {
        "test_passes": "passed",
        "test_fails": "failed",
        "test_skips": "skipped",
        "test_xfails": "xfailed",
        "test_xpasses": "xpassed",
        "test_setup_error": "error",
        "test_teardown_error": "error",
        "test_both": "failed",
        "TestCase::test_async": "passed",
        "TestCase::test_subtests": "passed",
    }
    assert (answer["outcome"], answer["exitStatus"], answer["ran"]) == ("finished", 1, 10)
    assert answer["collected"] == [test["id"] for test in answer["tests"]]
    fails, setup = answer["failures"][:2]
    assert fails["message"].startswith("AssertionError: sums")
    assert fails["when"] == "call" and fails["exception"] == "AssertionError"
    assert (setup["when"], setup["exception"]) == ("setup", "LookupError")


def test_tests_that_share_an_id_count_as_one(run: Run) -> None:
    conftest = """
        def pytest_collection_modifyitems(items):
            items.append(items[0])
    """
    answer = run({"conftest.py": conftest, "test_a.py": "def test_x(): pass"})
    assert (answer["ran"], len(answer["tests"]), len(answer["collected"])) == (2, 1, 1)


class TestSelection:
    FILES = {
        "test_a.py": """
            import pytest
            @pytest.mark.parametrize("n", range(3))
            def test_n(n): assert n != 1
            def test_other(): pass
        """,
        "test_b.py": "def test_b(): pass",
        "test_broken.py": "raise ImportError('never imported')",
    }

    @pytest.mark.parametrize("isolation", ["cold", "warm"])
    def test_only_selected_tests_run_and_other_files_are_not_imported(
        self, run: Run, isolation: str
    ) -> None:
        selected = ["test_b.py::test_b", "test_a.py::test_n[2]", "test_a.py::gone"]
        answer = run(self.FILES, select=selected, isolation=isolation)
        assert [test["id"] for test in answer["tests"]] == selected[:2]
        assert answer["missing"] == ["test_a.py::gone"]
        assert (answer["outcome"], answer["exitStatus"]) == ("finished", 0)

    def test_a_file_named_as_argument_is_always_collected(self, run: Run) -> None:
        answer = run(self.FILES, "test_broken.py", "test_b.py", select=["test_b.py::test_b"])
        assert [failure["when"] for failure in answer["failures"]] == ["collect"]
        assert answer["failures"][0]["message"] == "ImportError: never imported"
        assert answer["missing"] == ["test_b.py::test_b"] or answer["exitStatus"] == 2

    def test_deselected_tests_are_as_if_they_were_not_there(self, run: Run) -> None:
        deselect = ["test_a.py::test_n[1]"]
        answer = run(self.FILES, "test_a.py", deselect=deselect)
        assert answer["exitStatus"] == 0
        assert answer["collected"] == [
            "test_a.py::test_n[0]",
            "test_a.py::test_n[2]",
            "test_a.py::test_other",
        ]

    def test_the_first_failure_can_end_the_run(self, run: Run, isolation: str) -> None:
        answer = run(
            self.FILES, "test_a.py", stopAtFirstFailure=True, report="brief", isolation=isolation
        )
        assert outcomes(answer) == {"test_n[1]": "failed"}
        assert (answer["ran"], answer["exitStatus"]) == (2, 1)
        assert "collected" not in answer


class TestEndings:
    def ending(self, run: Run, test: str, **files: str) -> Answer:
        files = {name.replace("_py", ".py"): text for name, text in files.items()}
        return run({"test_a.py": test, **files})

    def test_os_exit_is_a_crash_even_with_status_0(self, run: Run, isolation: str) -> None:
        answer = run({"test_a.py": "import os\ndef test_x(): os._exit(0)"}, isolation=isolation)
        assert (answer["outcome"], answer["exitStatus"]) == ("crashed", 0)
        assert answer["during"] == "test_a.py::test_x"

    def test_a_signal_is_a_crash(self, run: Run, isolation: str) -> None:
        test = "import os, signal\ndef test_x(): os.kill(os.getpid(), signal.SIGSEGV)"
        answer = run({"test_a.py": test}, isolation=isolation)
        assert (answer["outcome"], answer["signal"]) == ("crashed", 11)

    def test_pytest_exit_is_told(self, run: Run) -> None:
        answer = self.ending(run, "import pytest\ndef test_x(): pytest.exit('enough')")
        assert answer["interrupted"] == "Exit: enough"
        assert (answer["outcome"], answer["exitStatus"]) == ("finished", 2)
        assert outcomes(answer) == {"test_x": "error"}

    def test_a_failing_unconfigure_is_told(self, run: Run, isolation: str) -> None:
        conftest = "def pytest_unconfigure(): raise RuntimeError('late')"
        files = {"conftest.py": conftest, "test_a.py": "def test_x(): pass"}
        answer = run(files, isolation=isolation)
        assert answer["exitStatus"] == 1
        assert [(f["when"], f["message"]) for f in answer["failures"]] == [
            ("session", "RuntimeError: late")
        ]

    def test_an_internal_error_is_a_crash(self, run: Run) -> None:
        conftest = "def pytest_collection_finish(): raise RuntimeError('inside')"
        answer = self.ending(run, "def test_x(): pass", conftest_py=conftest)
        assert (answer["outcome"], answer["exitStatus"]) == ("crashed", 3)
        assert answer["failures"][0]["message"] == "RuntimeError: inside"

    def test_wrong_usage_is_a_crash(self, run: Run) -> None:
        answer = run({"test_a.py": ""}, "--no-such-option")
        assert (answer["outcome"], answer["exitStatus"]) == ("crashed", 4)

    def test_a_conftest_that_fails_is_told(self, run: Run) -> None:
        answer = self.ending(run, "def test_x(): pass", conftest_py="raise RuntimeError('no')")
        assert (answer["outcome"], answer["exitStatus"]) == ("crashed", 4)

    def test_no_tests_is_exit_status_5(self, run: Run) -> None:
        answer = run({"test_a.py": ""})
        assert (answer["outcome"], answer["exitStatus"]) == ("finished", 5)


STRANGE = """
    import io, os, sys, time

    def test_replaces_stdout(): sys.stdout = io.StringIO()
    def test_closes_descriptors(): os.closerange(0, 3)
    def test_patches_clocks(monkeypatch):
        monkeypatch.setattr(time, "clock_gettime", lambda clock: 1e9)
        monkeypatch.setattr(time, "perf_counter", lambda: 1e9)
    def test_patches_os(monkeypatch):
        monkeypatch.setattr(os, "write", None)
        monkeypatch.setattr(os, "getpid", lambda: 1)
    def test_forks():
        if os.fork() == 0:
            return  # the child goes on with the suite, as it would under plain pytest
        os.wait()
    def test_last(): pass
"""


def test_reports_survive_what_tests_do_to_their_process(run: Run, isolation: str) -> None:
    answer = run({"test_strange.py": STRANGE}, isolation=isolation)
    assert set(outcomes(answer).values()) == {"passed"}
    assert (answer["ran"], len(answer["tests"]), answer["outcome"]) == (6, 6, "finished")
    assert all(0 <= test["seconds"] < 600 for test in answer["tests"])


def test_options_for_parallel_runs_and_coverage_are_switched_off(run: Run) -> None:
    pytest_ini = "[pytest]\naddopts = -p xdist -p pytest_cov -n 2 --cov --cov-fail-under=100"
    answer = run({"pytest.ini": pytest_ini, "test_a.py": "def test_x(): pass", "b.py": "x = 1"})
    assert (answer["outcome"], answer["exitStatus"]) == ("finished", 0)
    assert set(answer["switchedOff"]) >= {"-n", "--cov"}
    assert outcomes(answer) == {"test_x": "passed"}


def test_only_the_last_of_several_attempts_counts(run: Run) -> None:
    test = """
        import pytest
        tries = []
        @pytest.mark.flaky(reruns=2)
        def test_x():
            tries.append(1)
            assert len(tries) == 3
    """
    arguments = ("-p", "pytest_rerunfailures")
    answer = run({"test_a.py": test}, *arguments, stopAtFirstFailure=True)
    assert outcomes(answer) == {"test_x": "passed"}
    assert answer["failures"] == []


def test_no_run_knows_the_failures_of_the_one_before(start: Start) -> None:
    files = {
        "pytest.ini": "[pytest]\naddopts = --lf",
        "test_a.py": "def test_x(): assert 0\ndef test_y(): pass",
    }
    worker = start(files)
    for _ in range(2):
        assert worker.run()["ran"] == 2
    assert not list(worker.root.rglob(".pytest_cache"))
    assert not list(worker.root.rglob("__pycache__"))


def test_async_tests_of_every_kind_run(run: Run, isolation: str) -> None:
    files = {
        "test_asyncio.py": """
            import asyncio, pytest, pytest_asyncio
            @pytest_asyncio.fixture
            async def value():
                await asyncio.sleep(0)
                return 3
            @pytest.mark.asyncio
            async def test_asyncio(value): assert value == 3
        """,
        "test_anyio.py": """
            import anyio, pytest
            @pytest.fixture(params=["asyncio", "trio"])
            def anyio_backend(request): return request.param
            @pytest.mark.anyio
            async def test_anyio(): await anyio.sleep(0)
        """,
    }
    plugins = ("-p", "asyncio", "-p", "anyio")
    answer = run(files, *plugins, "--asyncio-mode=strict", isolation=isolation)
    assert outcomes(answer) == {
        "test_anyio[asyncio]": "passed",
        "test_anyio[trio]": "passed",
        "test_asyncio": "passed",
    }


def test_tests_that_start_python_processes_are_named(run: Run) -> None:
    test = """
        import multiprocessing, os, subprocess, sys
        def test_python(): subprocess.run([sys.executable, "-c", ""])
        def test_shell(): subprocess.run("exit 0", shell=True)
        def test_true(): subprocess.run(["/bin/true"])
        def test_fork():
            process = multiprocessing.get_context("fork").Process(target=print)
            process.start()
            process.join()
        def test_spawn():
            process = multiprocessing.get_context("spawn").Process(target=print)
            process.start()
            process.join()
        def test_none(): pass
    """
    answer = run({"test_a.py": test})
    assert set(outcomes(answer).values()) == {"passed"}
    names = ["test_python", "test_shell", "test_fork", "test_spawn"]
    assert answer["spawned"] == [f"test_a.py::{name}" for name in names]


def test_a_run_that_cannot_start_is_refused_and_the_next_one_served(start: Start) -> None:
    worker = start({"test_a.py": "def test_x(): pass"})
    assert worker.run(log="/no/such/folder/log")["outcome"] == "refused"
    assert worker.run(isolation="warm")["outcome"] == "lost"
    assert worker.run()["outcome"] == "finished"


def test_the_folders_of_a_run_go_with_it(start: Start) -> None:
    test = """
        import os, pathlib, tempfile
        def test_x(tmp_path):
            assert tempfile.gettempdir() == os.environ["TMPDIR"]
            folder = pathlib.Path(tempfile.mkdtemp())
            (folder / "file").write_text("x")
            folder.chmod(0)
            print(tmp_path)
    """
    worker = start({"test_a.py": test})
    before = {path.name for path in (worker.root.parent / "t").iterdir()}
    assert worker.run()["exitStatus"] == 0
    after = {path.name for path in (worker.root.parent / "t").iterdir()}
    assert after - before == {"log"}


def test_projects_with_warnings_as_errors_meet_none_of_ours(run: Run, isolation: str) -> None:
    files = {
        "pytest.ini": "[pytest]\nfilterwarnings = error",
        "test_a.py": "import gc\ndef test_x(): pass\ndef test_y(): gc.collect()",
    }
    answer = run(files, "-W", "error", isolation=isolation)
    assert (answer["exitStatus"], answer["failures"]) == (0, [])


@pytest.mark.parametrize("reason", ["imports", "attributes"])
def test_messages_are_short(run: Run, reason: str) -> None:
    body = {"imports": "import nothing_here", "attributes": "raise ValueError('long ' * 5000)"}[
        reason
    ]
    answer: Any = run({"test_a.py": f"def test_x():\n    {body}"})
    assert len(answer["failures"][0]["message"]) <= 1000


def test_the_log_has_what_pytest_prints(start: Start, tmp_path: Path) -> None:
    worker = start({"test_a.py": "def test_x(): pass"})
    worker.run()
    assert "1 passed" in worker.log.read_text()
    assert (tmp_path / "t/supervisor.log").read_text() == ""
