"""The oracle, on a small project with one mutant for every verdict."""

from __future__ import annotations

import importlib.util
import json
import sys
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

ORACLE = Path(__file__).resolve().parents[3] / "sample-projects" / "oracle.py"


def load_oracle() -> ModuleType:
    spec = importlib.util.spec_from_file_location("amiss_oracle", ORACLE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


oracle = load_oracle()

# A loop without its await spins, though slowly: it takes its time, and no processor.
APP = """\
import asyncio, time


async def double(n):
    return 2 * n


async def quadruple(n):
    return 2 * await double(n)


async def poll(flag):
    while not flag:
        await asyncio.sleep(0.001, time.sleep(0.01))


async def never():
    await double(1)


async def hidden():
    try:
        return len(await double(1)) + len(await double(2))
    except Exception:
        return 0
"""

TESTS = """\
import asyncio

import app


def test_quadruple():
    assert asyncio.run(app.quadruple(2)) == 8


def test_poll():
    async def main():
        flag = []
        polling = asyncio.create_task(app.poll(flag))
        await asyncio.sleep(0.01)
        flag.append(1)
        await polling

    asyncio.run(main())


def test_hidden():
    assert asyncio.run(app.hidden()) == 0
"""


@pytest.fixture(autouse=True)
def no_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The projects here need none, and loading them takes longer than their tests."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.py").write_text(APP, encoding="utf-8")
    (root / "test_app.py").write_text(TESTS, encoding="utf-8")
    return root


def without_await(path: str, text: str, line: int, column: int) -> dict[str, object]:
    """The entry of a mutant, its patch written by hand without any context."""
    old = text.split("\n")[line - 1]
    new = old[: column - 1] + old[column + 5 :]
    return {
        "id": f"{path}:{line}:{column}:drop-await",
        "patch": f"--- a/{path}\n+++ b/{path}\n@@ -{line} +{line} @@\n-{old}\n+{new}\n",
        "file": path,
        "line": line,
        "column": column,
        "operator": "drop-await",
        "status": "pending",
    }


def mutants() -> list[dict[str, object]]:
    places = [(9, 16), (14, 9), (18, 5), (23, 20), (23, 43)]
    return [without_await("app.py", APP, line, column) for line, column in places]


EXPECTED = {
    "app.py:9:16:drop-await": "killed",
    "app.py:14:9:drop-await": "timeout",
    "app.py:18:5:drop-await": "no-coverage",
    "app.py:23:20:drop-await": "survived",
    "app.py:23:43:drop-await": "no-coverage",
}


def test_each_mutant_gets_the_verdict_of_plain_pytest(project: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*")}
    listed = tmp_path / "mutants.json"
    listed.write_text(json.dumps({"schema": 1, "mutants": mutants()}), encoding="utf-8")
    output = tmp_path / "expected.json"

    words = ["expect", str(project), str(listed), "--timeout", "60", "--output", str(output)]
    assert oracle.main(words) == 0

    assert json.loads(output.read_text(encoding="utf-8")) == EXPECTED
    assert {path: path.read_bytes() for path in project.rglob("*")} == before


def test_check_tells_where_the_two_disagree(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "results.json"
    entries = [dict(m, status=EXPECTED[str(m["id"])]) for m in mutants()]
    agreeing = entries[:1]
    results.write_text(json.dumps({"mutants": agreeing}), encoding="utf-8")

    assert oracle.main(["check", str(project), str(results)]) == 0
    assert "1 of 1 verdicts agree" in capsys.readouterr().out

    wrong = [dict(entries[0], status="survived")]
    results.write_text(json.dumps({"mutants": wrong}), encoding="utf-8")

    assert oracle.main(["check", str(project), str(results)]) == 1
    out = capsys.readouterr().out
    assert "app.py:9:16:drop-await: amiss survived, pytest killed" in out
    assert "0 of 1 verdicts agree" in out


def test_the_same_seed_takes_the_same_sample() -> None:
    judged = [oracle.Mutant.of(mutant) for mutant in mutants()]

    assert len(oracle.sampled(judged, 2, seed=7)) == 2
    assert oracle.sampled(judged, 2, seed=7) == oracle.sampled(judged, 2, seed=7)
    assert oracle.sampled(judged, 0, seed=7) == judged
    assert oracle.sampled(judged, 100, seed=7) == judged


def test_a_failing_suite_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "test_red.py").write_text("def test_red():\n    assert False\n", encoding="utf-8")
    listed = tmp_path / "mutants.json"
    listed.write_text("[]", encoding="utf-8")

    assert oracle.main(["expect", str(project), str(listed)]) == 3
    assert "the suite fails without any mutant" in capsys.readouterr().err


def test_a_project_that_is_imported_from_elsewhere_is_refused(project: Path) -> None:
    (project / "conftest.py").write_text(
        f"import sys\nsys.path.insert(0, {str(project)!r})\n", encoding="utf-8"
    )
    (project / "test_app.py").unlink()
    (project / "checks").mkdir()
    (project / "checks" / "test_here.py").write_text(
        "import app\n\n\ndef test_it():\n    assert app\n", encoding="utf-8"
    )

    with pytest.raises(oracle.OracleError, match="not its copy"):
        oracle.Oracle(project, sys.executable).prepare()


def test_a_source_folder_of_the_copy_comes_first(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "src").mkdir(parents=True)
    (root / "src" / "app.py").write_text("VALUE = 1\n", encoding="utf-8")
    (root / "test_app.py").write_text(
        "import app\n\n\ndef test_it():\n    assert app.VALUE == 1\n", encoding="utf-8"
    )
    judge = oracle.Oracle(root, sys.executable, paths=str(root / "src"))
    patch = b"--- a/src/app.py\n+++ b/src/app.py\n@@ -1 +1 @@\n-VALUE = 1\n+VALUE = 2\n"

    assert judge.judge(oracle.Mutant("src/app.py:1:1:x", patch)).verdict == "killed"


def test_a_test_that_vanishes_is_a_kill_and_one_that_is_skipped_is_none(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("CASES = 2\n", encoding="utf-8")
    (tmp_path / "test_app.py").write_text(
        textwrap.dedent("""\
            import app
            import pytest


            @pytest.mark.parametrize("n", range(max(1, app.CASES)))
            def test_it(n):
                if app.CASES > 2:
                    pytest.skip("too many")
            """),
        encoding="utf-8",
    )
    judge = oracle.Oracle(tmp_path, sys.executable)

    def verdict(cases: int) -> str:
        patch = f"--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-CASES = 2\n+CASES = {cases}\n"
        return str(judge.judge(oracle.Mutant("m", patch.encode())).verdict)

    assert verdict(1) == "killed"
    assert verdict(3) == "survived"


def test_memory_beyond_its_limit_is_a_timeout(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("SIZE = 1\n", encoding="utf-8")
    (tmp_path / "test_app.py").write_text(
        "import app\n\n\ndef test_it():\n    assert bytearray(app.SIZE)\n", encoding="utf-8"
    )
    judge = oracle.Oracle(tmp_path, sys.executable, memory=1 << 30)
    patch = b"--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-SIZE = 1\n+SIZE = 1 << 34\n"

    judgement = judge.judge(oracle.Mutant("m", patch))

    assert (judgement.verdict, judgement.why) == ("timeout", "memory")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "<end>"])
def test_a_patch_changes_nothing_else(tmp_path: Path, newline: str, last: str) -> None:
    end = newline.encode()
    text = b"\xef\xbb\xbf# caf\xe9" + end + b"a\x0cb" + end + b"c" + (end if last else b"")
    (tmp_path / "a.py").write_bytes(text)
    tail = end if last else b"\n\\ No newline at end of file\n"
    patch = (
        b"--- a/a.py\n+++ b/a.py\n@@ -2,2 +2,2 @@\n"
        + (b"-a\x0cb" + end + b"+A\x0cb" + end)
        + (b" c" + (end if last else tail))
    )
    oracle.apply_patch(tmp_path, patch)
    assert (tmp_path / "a.py").read_bytes() == text.replace(b"a\x0cb", b"A\x0cb")


def test_a_patch_may_add_lines_and_span_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1\n2\n3\n4\n5\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("x\n", encoding="utf-8")
    patch = (
        "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n"
        "@@ -0,0 +1 @@\n+0\n@@ -4,2 +5,1 @@\n 4\n-5\n"
        "diff --git a/b.py b/b.py\n--- a/b.py\n+++ b/b.py\n@@ -1 +1,2 @@\n-x\n+y\n+z\n"
    )
    oracle.apply_patch(tmp_path, patch.encode())
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "0\n1\n2\n3\n4\n"
    assert (tmp_path / "b.py").read_text(encoding="utf-8") == "y\nz\n"


def test_a_patch_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1\n2\n", encoding="utf-8")
    with pytest.raises(oracle.OracleError, match="does not fit"):
        oracle.apply_patch(tmp_path, b"--- a/a.py\n+++ b/a.py\n@@ -2 +2 @@\n-1\n+0\n")


def test_sites_are_counted_in_code_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\ufeffasync def f(g):\r\n\tx = ('é𝄞', await g())\r\n\treturn await g(await g())\r\n"
    (tmp_path / "a.py").write_bytes(text.encode())
    assert oracle.main(["sites", str(tmp_path), "a.py"]) == 0
    assert capsys.readouterr().out.split() == ["a.py:2:13", "a.py:3:9", "a.py:3:17"]


def test_sites_are_compared_with_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("async def f(g):\n    await g()\n    await g\n", "utf-8")
    listed = tmp_path / "list.json"
    at = {"file": "a.py", "operator": "drop-await", "column": 5}
    document = {"files": ["a.py"], "mutants": [dict(at, line=2), dict(at, line=3)]}
    listed.write_text(json.dumps(document), encoding="utf-8")
    assert oracle.main(["sites", str(tmp_path), "--against", str(listed)]) == 0
    assert "2 by both" in capsys.readouterr().out

    document["mutants"] = [dict(at, line=2), dict(at, line=7)]
    listed.write_text(json.dumps(document), encoding="utf-8")
    assert oracle.main(["sites", str(tmp_path), "--against", str(listed)]) == 1
    out = capsys.readouterr().out
    assert "a.py:3:5 only ast has it" in out
    assert "a.py:7:5 only amiss has it" in out


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("async def f(g):\n    return [1, await g(\n        2,\n    )]\n", 2, 16),
        ("async def f(g):\n    if x: await g()\n", 2, 11),
        ("async def f(g):\n    '''Doc.'''\n    return 1\n", 1, 1),
        ("async def f(g):\n    return f'{await g()}'\n", 2, 15),
        ("async def f(g):\n    if f'{await g()}':\n        pass\n", 2, 11),
        ("async def f(g):\n    if g: pass\n    elif f'{await g()}':\n        pass\n", 3, 13),
    ],
)
def test_a_mark_leaves_a_program(tmp_path: Path, text: str, line: int, column: int) -> None:
    path = tmp_path / "a.py"
    path.write_text(text, encoding="utf-8")
    marked = oracle.marked(oracle.Source.read(path), line, column, tmp_path / "mark")
    compile(marked, "a.py", "exec")
    assert marked.count("__import__") == 1
