"""Coroutines that are never awaited are told, and the user's warnings stay as they were."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

from conftest import Answer, Start, outcomes

Run = Callable[..., Answer]

FORGETFUL = {
    "module.py": """
        import asyncio

        async def work(): pass

        async def forget():
            work()

        async def cycle():
            holder = []
            holder.append((work(), holder))
    """,
    "test_a.py": """
        import asyncio, threading, pytest, module
        from unittest.mock import AsyncMock

        def test_forgets(): asyncio.run(module.forget())
        def test_thread():
            thread = threading.Thread(target=asyncio.run, args=(module.forget(),))
            thread.start()
            thread.join()
        def test_mock():
            module.work, before = AsyncMock(), module.work
            asyncio.run(module.forget())
            module.work = before
        def test_cycle(): asyncio.run(module.cycle())
        def test_text():
            with pytest.warns(RuntimeWarning) as caught:
                asyncio.run(module.forget())
            (warning,) = caught
            assert str(warning.message) == "coroutine 'work' was never awaited"
            assert warning.filename == module.__file__ and warning.lineno == 7
        def test_debug_text():
            with pytest.warns(RuntimeWarning, match="Coroutine created at .most recent call last"):
                asyncio.run(module.forget(), debug=True)
    """,
}


def told(answer: Answer) -> list[Any]:
    """The test, the coroutine, and the line that made it."""
    return [
        (w["test"] and w["test"].partition("::")[2], w["qualname"], w["origin"]["line"], w["mock"])
        for w in answer["warnings"]
    ]


def test_every_forgotten_coroutine_is_told_with_its_origin(run: Run, isolation: str) -> None:
    answer = run(FORGETFUL, "-W", "ignore", isolation=isolation)
    assert set(outcomes(answer).values()) == {"passed"}
    found = told(answer)
    mock = found.pop(2)
    assert found[:2] == [("test_forgets", "work", 7, False), ("test_thread", "work", 7, False)]
    assert mock[0] == "test_mock" and mock[2:] == (7, True)
    assert [entry[1:] for entry in found if entry[0] not in ("test_forgets", "test_thread")].count(
        ("work", 11, False)
    ) == 1
    first = answer["warnings"][0]
    assert (first["file"], first["line"]) == ("module.py", 4)
    assert first["origin"] == {"file": "module.py", "line": 7, "function": "forget"}
    assert first["origins"][0] == first["origin"]


def test_what_the_user_sees_is_what_plain_pytest_shows(start: Start) -> None:
    worker = start(FORGETFUL)
    plain = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-p", "no:cacheprovider", "-k", "not cycle"],
        cwd=worker.root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    ).stdout
    worker.run("-k", "not cycle")  # when a cycle is found is up to the garbage collector

    def summary(text: str) -> list[str]:
        lines = text[text.index("= warnings summary") :].splitlines()
        return [line for line in lines if " passed" not in line]

    assert summary(worker.log.read_text()) == summary(plain)


def test_forgotten_methods_of_async_generators_are_told_where_python_warns(run: Run) -> None:
    test = """
        import asyncio
        async def generator(): yield 1
        async def forget(): generator().aclose()
        def test_x(): asyncio.run(forget())
    """
    answer = run({"test_a.py": test})
    names = [warning["qualname"] for warning in answer["warnings"]]
    assert names == (["generator"] if sys.version_info >= (3, 13) else [])


def test_warnings_as_errors_are_told_as_well(run: Run, isolation: str) -> None:
    files = {**FORGETFUL, "pytest.ini": "[pytest]\nfilterwarnings = error"}
    answer = run(files, "-k", "test_forgets", isolation=isolation)
    assert answer["exitStatus"] == 1
    assert told(answer) == [("test_forgets", "work", 7, False)]
