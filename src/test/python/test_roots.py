"""The copy is what is imported, wherever the original would be; else that is told."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from conftest import Start, outcomes, write

from amiss_pytest.roots import Roots, python_path

FILES = {
    "src/package/__init__.py": "",
    "src/package/module.py": "WHERE = 'copy'\n",
    "tests/test_a.py": """
        import os, subprocess, sys
        import package.module
        def test_where(): assert package.module.WHERE == "copy"
        def test_where_in_other_processes():
            code = "import package.module; assert package.module.WHERE == 'copy'"
            subprocess.run([sys.executable, "-c", code], check=True)
    """,
}
EXPECTED = ["src/package/__init__.py", "src/package/module.py"]


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """The user's project, of which the worker has a copy."""
    folder = tmp_path / "original"
    write(folder, {**FILES, "src/package/module.py": "WHERE = 'original'\n"})
    return folder


def test_entries_of_pythonpath_are_the_copys(start: Start, original: Path, isolation: str) -> None:
    worker = start(FILES, [], original, PYTHONPATH=f"/elsewhere{os.pathsep}{original}/src")
    answer = worker.run(isolation=isolation, expect=EXPECTED)
    assert set(outcomes(answer).values()) == {"passed"}, worker.log.read_text()
    assert answer["wrongModules"] == []


EDITABLE = """
import sys
from importlib.machinery import PathFinder
MAPPING = {{"package": {source!r}}}
NAMESPACES: dict = {{}}
class Finder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import spec_from_file_location
        if fullname in MAPPING:
            return spec_from_file_location(fullname, MAPPING[fullname] + "/__init__.py")
sys.meta_path.append(Finder)
"""


def test_finders_of_editable_installs_find_the_copy(
    start: Start, original: Path, tmp_path: Path, isolation: str
) -> None:
    library = tmp_path / "library"
    finder = EDITABLE.format(source=str(original / "src/package"))
    write(library, {"__editable___package_finder.py": finder})
    write(library, {"sitecustomize.py": "import __editable___package_finder"})
    worker = start(FILES, [], original, PYTHONPATH=str(library))
    answer = worker.run("-k", "not other", isolation=isolation, expect=EXPECTED)
    assert outcomes(answer) == {"test_where": "passed"}, worker.log.read_text()
    assert answer["wrongModules"] == []


def test_a_module_from_elsewhere_is_told(start: Start, original: Path, tmp_path: Path) -> None:
    library = tmp_path / "site-packages"
    write(
        library, {f"package/{name}.py": "WHERE = 'installed'\n" for name in ("__init__", "module")}
    )
    worker = start(FILES, None, original, PYTHONPATH=str(library))
    wrong = worker.run(expect=EXPECTED)["wrongModules"]
    assert {entry["module"] for entry in wrong} == {"package", "package.module"}
    assert wrong[0]["file"].startswith(str(library))


def test_a_library_module_that_only_shares_a_name_is_not(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library"
    write(library, {"utils.py": "OTHER = 1\n"})
    files = {"scripts/utils.py": "MINE = 1\n", "test_a.py": "import utils\ndef test_x(): pass"}
    worker = start(files, PYTHONPATH=str(library))
    assert worker.run(expect=["scripts/utils.py"])["wrongModules"] == []


def test_paths_of_the_original_become_the_copys(tmp_path: Path) -> None:
    original, copy = tmp_path / "o", tmp_path / "c"
    for folder in (original / "src", original / ".venv/lib/site-packages", copy):
        folder.mkdir(parents=True)
    (tmp_path / "link").symlink_to(original)
    roots = Roots(str(copy), str(original))
    assert roots.moved(str(original / "src")) == str(copy / "src")
    assert roots.moved(str(original)) == str(copy)
    assert roots.moved(str(tmp_path / "link/src")) == str(copy / "src")
    for kept in (original / ".venv/lib/site-packages", copy / "src", tmp_path, Path("relative")):
        assert roots.moved(str(kept)) == str(kept)
    assert roots.moved(str(original) + "-other") == str(original) + "-other"
    value = os.pathsep.join(["", str(original / "src"), "relative"])
    assert python_path(value, roots) == os.pathsep.join(["", str(copy / "src"), "relative"])


def test_the_environment_is_free_of_ours(start: Start) -> None:
    test = "import json, os\ndef test_x(): json.dump(dict(os.environ), open('environment', 'w'))"
    worker = start({"test_a.py": test})
    worker.run("-p", "no:warnings")
    environment = json.loads((worker.root / "environment").read_text())
    new = set(environment) - set(os.environ) - {"PYTEST_CURRENT_TEST", "PYTEST_VERSION"}
    assert new <= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTHONDONTWRITEBYTECODE", "TMPDIR"}
    assert not [key for key, value in environment.items() if "amiss_pytest" in key + value]
    assert sys.executable
