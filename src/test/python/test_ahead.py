"""What the end of a session imports is imported once for all hot runs, and no test can tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Start, Worker, outcomes, write

# A plugin that asks whether a library is imported, and imports it once the tests are over, as that
# of hypothesis does. The library does to others what libraries do: it counts, and it patches.
LIBRARY = {
    "heavy/__init__.py": """
        import os, counted
        with open(os.environ["IMPORTS"], "a") as file:
            print(os.getpid(), file=file)
        from . import deep
        from light import LIGHT
        counted.number -= 1
        counted.Made.number += 2
        counted.name = "changed by heavy"
    """,
    "heavy/deep.py": "import decimal, light, user\nDEPTH = decimal.Decimal(7)\n",
    "light.py": "import sub.module\nLIGHT = object()\n",
    "sub/__init__.py": "",
    "sub/module.py": "",
    "user.py": "import counted\n",
    "counted.py": "number = 1000\nname = 'counted'\nclass Made: number = 3000\n",
    "lazy_plugin.py": """
        import sys, counted
        def pytest_runtest_teardown(): assert "heavy" not in sys.modules
        def pytest_terminal_summary():
            before = counted.number, counted.Made.number
            from heavy.deep import DEPTH
            import heavy, light
            assert heavy.deep.DEPTH == DEPTH == 7
            assert heavy.LIGHT is light.LIGHT
            assert heavy.__spec__.loader is heavy.__loader__
            assert sys.modules["heavy.deep"] is heavy.deep
            assert (counted.number, counted.Made.number) == (before[0] - 1, before[1] + 2)
            assert counted.name == "changed by heavy"
            print("\\nhidden:", sorted({"heavy.deep", "sub", "user"} - sys.modules.keys()))
    """,
}
TESTS = """
    import sys
    LATE = ("heavy", "heavy.deep", "light", "sub", "sub.module", "user")

    def test_unseen():
        import counted
        from importlib.util import find_spec
        assert not sys.modules.keys() & set(LATE)
        assert (counted.number, counted.name, counted.Made.number) == (1000, "counted", 3000)
        assert find_spec("heavy").origin.endswith("__init__.py")
        assert find_spec("light").submodule_search_locations is None
        assert not sys.modules.keys() & set(LATE)
    def test_of_its_own():
        import light
        assert light.sub is sys.modules["sub"] and light.sub.module
        assert [name for name in LATE if name in sys.modules] == ["light", "sub", "sub.module"]
    def test_counting():
        import counted
        counted.number += 5
    def test_path(): sys.path.append("/nowhere")

    def test_import(): import user
    def test_fake(): sys.modules["light"] = type(sys)("light")
    def test_change():
        import counted
        counted.name = "changed by a test"
    def test_elsewhere():
        from pathlib import Path
        Path("elsewhere").mkdir(exist_ok=True)
        Path("elsewhere/heavy.py").touch()
        sys.path.insert(0, "elsewhere")
"""
GOOD = ["test_unseen", "test_of_its_own", "test_counting", "test_path"]
UNFIT = {
    "test_import": "the tests import user, which heavy imports at their end",
    "test_fake": "the tests replace light, which is imported at their end",
    "test_change": "the tests change counted.name, and so do imports at their end",
    "test_elsewhere": "the tests change where heavy is imported from",
}

Prepared = Callable[[str], Worker]


@pytest.fixture
def prepared(start: Start, tmp_path: Path) -> Prepared:
    """Writes the library, with a line more at its end, and starts a worker on the project."""

    def with_library(tests: str) -> Worker:
        write(tmp_path / "lib", LIBRARY)
        library, imports = str(tmp_path / "lib"), str(tmp_path / "imports")
        files = {"test_a.py": tests, "app.py": ""}
        return start(files, PYTHONPATH=library, IMPORTS=imports)

    return with_library


def select(*names: str) -> list[str]:
    return [f"test_a.py::{name}" for name in names]


PLUGIN = ("-p", "lazy_plugin")


def test_no_test_sees_what_was_imported_for_the_end(prepared: Prepared, tmp_path: Path) -> None:
    worker = prepared(TESTS)
    cold = worker.run(*PLUGIN, select=select("test_unseen"))
    assert (cold["exitStatus"], cold["failures"]) == (0, []), worker.log.read_text()
    late = cold["lateModules"]
    assert {"heavy", "heavy.deep", "sub", "user"} <= set(late)
    assert not {"counted", "lazy_plugin"} & set(late)

    assert worker.collect(*PLUGIN, late=late)["lateRefused"] is None
    worker._collected = PLUGIN
    for name in GOOD:
        hot = worker.run(*PLUGIN, isolation="hot", select=select(name))
        assert (hot["exitStatus"], outcomes(hot)) == (0, {name: "passed"}), worker.log.read_text()
        assert "hidden: []" in worker.log.read_text()
        assert set(late) <= set(hot["modules"])
    assert len((tmp_path / "imports").read_text().split()) == 2  # cold, and for all hot runs

    for name, reason in UNFIT.items():
        hot = worker.run(*PLUGIN, isolation="hot", select=select(name))
        assert (hot["outcome"], hot["reason"]) == ("unfit", reason)


UNSOUND = {
    "import signal; signal.signal(signal.SIGUSR1, print)": "changes the handlers of signals",
    "import atexit; atexit.register(print)": "changes what is called at exit",
    "import os; os.environ['HEAVY'] = '1'": "changes the environment",
    "import warnings; warnings.warn('heavy')": "warns: heavy",
    "import app": "app is the project's own",
    "keep = open('heavy.log', 'w')": "collecting the tests opens a file to write to",
}


def test_what_an_import_leaves_behind_is_left_to_the_runs(
    prepared: Prepared, tmp_path: Path
) -> None:
    worker = prepared("def test_x(): pass")
    for line, reason in UNSOUND.items():
        write(tmp_path / "lib", {"light.py": f"{LIBRARY['light.py']}{line}\n"})
        collected = worker.collect(*PLUGIN, late=["heavy"])
        assert reason in collected["lateRefused"]
        assert (collected["hotRefused"], collected["tests"]) == (None, 1)
    worker._collected = PLUGIN
    hot = worker.run(*PLUGIN, isolation="hot")
    assert (hot["outcome"], hot["exitStatus"]) == ("finished", 0)
    assert len((tmp_path / "imports").read_text().split()) == len(UNSOUND) + 1
