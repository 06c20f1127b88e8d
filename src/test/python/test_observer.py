"""Which tests reach what, and what each await was seen to await."""

from __future__ import annotations

import ast
import sys
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from conftest import Answer, outcomes

from amiss_pytest.instrument import (
    AWAIT_PROBE,
    FUNCTION_PROBE,
    REACH_PROBE,
    STATEMENTS,
    count_awaits,
    instrument,
)

Run = Callable[..., Answer]

MODULE = '''
    """Doc."""
    from __future__ import annotations
    import asyncio, types
    def at_import(): return 1
    VALUE = at_import()
    async def leaf(value):
        """Says what it is."""
        await asyncio.sleep(0)
        return value
    async def kinds():
        task = asyncio.ensure_future(leaf(1))
        future = asyncio.get_running_loop().create_future()
        future.set_result(2)
        return await task, await future, await old(), await Custom()
    @types.coroutine
    def old():
        yield
    class Custom:
        def __await__(self):
            return leaf(3).__await__()
    async def generator():
        yield 1
    async def use_generator(): return await generator().__anext__()
    async def in_strings(): return f"{await leaf(1)} {await leaf(2)}"
    async def set_up(): return await leaf(0)
    async def tear_down(): await leaf(0)
'''

TESTS = """
    import asyncio, pytest, threading
    from unittest.mock import AsyncMock
    import module

    @pytest.fixture(scope="session")
    def wide():
        yield asyncio.run(module.set_up())

    @pytest.fixture(scope="module")
    def narrower(request):
        request.getfixturevalue("wide")
        yield
        asyncio.run(module.tear_down())

    def test_kinds():
        assert asyncio.run(module.kinds()) == (1, 2, None, 3)
    def test_wide(narrower): pass
    def test_wide_again(narrower): pass
    def test_nothing(): pass
    def test_generator(): assert asyncio.run(module.use_generator()) == 1
    def test_mock(monkeypatch):
        monkeypatch.setattr(module, "leaf", AsyncMock())
        asyncio.run(module.set_up())
    def test_thread():
        thread = threading.Thread(target=asyncio.run, args=(module.in_strings(),))
        thread.start()
        thread.join()
    def test_docstring(): assert module.leaf.__doc__ == "Says what it is."
"""


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The answer of one observed run, and a function that reads a site of it."""
    from conftest import Worker, write

    base = tmp_path_factory.mktemp("o")
    for name in ("p", "t"):
        (base / name).mkdir()
    write(base / "p", {"module.py": MODULE, "test_a.py": TESTS})
    worker = Worker(base / "p", base / "t", base / "p", {})
    worker.prepare()
    yield worker.run(observe={"files": {"module.py": 10}}, expect=["module.py"])
    worker.close()


def names(answer: Answer, kind: str, site: int) -> Any:
    """The tests that reach a site, by their names."""
    reached = answer["observed"]["files"]["module.py"][kind].get(str(site), {"tests": []})["tests"]
    tests = [test["id"].partition("::")[2] for test in answer["tests"]]
    return reached if reached == "all" else [tests[index] for index in reached]


def test_observation_changes_no_outcome(observed: Answer) -> None:
    assert set(outcomes(observed).values()) == {"passed"}
    file = observed["observed"]["files"]["module.py"]
    assert (file["imported"], file["problem"]) == (True, None)
    assert observed["wrongModules"] == []


def test_code_run_at_import_is_reached_by_all(observed: Answer) -> None:
    assert names(observed, "functions", 0) == "all"


def test_code_of_a_test_is_reached_by_it(observed: Answer) -> None:
    assert names(observed, "awaits", 1) == ["test_kinds"]
    assert names(observed, "awaits", 5) == ["test_generator"]


def test_code_in_a_thread_is_reached_by_the_test(observed: Answer) -> None:
    assert names(observed, "awaits", 6) == names(observed, "awaits", 7) == ["test_thread"]


def test_code_of_wider_fixtures_is_reached_by_all_that_request_them(observed: Answer) -> None:
    assert names(observed, "awaits", 8) == ["test_wide", "test_wide_again", "test_mock"]
    assert names(observed, "awaits", 9) == ["test_wide", "test_wide_again"]


def test_what_is_awaited_is_told(observed: Answer) -> None:
    awaits = observed["observed"]["files"]["module.py"]["awaits"]
    kinds = {site: [kind["kind"] for kind in awaits[site]["kinds"]] for site in awaits}
    assert kinds == {
        "0": ["coroutine"],
        "1": ["task"],
        "2": ["future"],
        "3": ["generator-coroutine"],
        "4": ["awaitable"],
        "5": ["async-generator-method"],
        "6": ["coroutine"],
        "7": ["coroutine"],
        "8": ["coroutine", "mock"],
        "9": ["coroutine"],
    }
    leaf = awaits["6"]["kinds"][0]
    assert leaf == {
        "kind": "coroutine",
        "qualname": "leaf",
        "module": "module",
        "file": "module.py",
        "line": 7,
        "count": 1,
    }
    assert awaits["4"]["kinds"][0]["qualname"] == "Custom"


def test_a_file_with_other_awaits_than_expected_is_left_alone(run: Run) -> None:
    files = {"module.py": MODULE, "test_a.py": "import module\ndef test_x(): pass"}
    answer = run(files, observe={"files": {"module.py": 3, "other.py": 1}}, isolation="warm")
    file = answer["observed"]["files"]["module.py"]
    assert file["problem"] == "10 awaits found, 3 expected"
    assert file["awaits"] == file["functions"] == {}
    assert answer["observed"]["files"]["other.py"]["imported"] is False


def test_fixtures_with_parameters_are_set_up_once_each(run: Run) -> None:
    files = {
        "module.py": "def one(): pass\ndef two(): pass\ndef down(): pass\n",
        "test_a.py": """
            import module, pytest
            @pytest.fixture(scope="module", params=["one", "two"])
            def wide(request):
                getattr(module, request.param)()
                yield
                module.down()
            class TestGroup:
                def test_x(self, wide): pass
                def test_y(self, wide): pass
            def test_z(): pass
            def setup_module(): module.one
        """,
    }
    answer = run(files, observe={"files": {"module.py": 0}})
    assert names(answer, "functions", 0) == ["TestGroup::test_x[one]", "TestGroup::test_y[one]"]
    assert names(answer, "functions", 1) == ["TestGroup::test_x[two]", "TestGroup::test_y[two]"]
    assert len(names(answer, "functions", 2)) == 4


def test_class_and_module_set_up_belong_to_their_tests(run: Run) -> None:
    files = {
        "module.py": "def of_module(): pass\ndef of_class(): pass\ndef of_test(): pass\n",
        "test_a.py": """
            import module, unittest
            def setup_module(): module.of_module()
            class TestUnit(unittest.TestCase):
                @classmethod
                def setUpClass(cls): module.of_class()
                def setUp(self): module.of_test()
                def test_x(self): pass
                def test_y(self): pass
            def test_z(): pass
        """,
        "test_b.py": "def test_b(): pass",
    }
    answer = run(files, observe={"files": {"module.py": 0}})
    unit = ["TestUnit::test_x", "TestUnit::test_y"]
    assert sorted(names(answer, "functions", 0)) == [*unit, "test_z"]
    assert names(answer, "functions", 1) == names(answer, "functions", 2) == unit


def test_modules_that_pytest_rewrites_are_observed_too(run: Run) -> None:
    files = {
        "conftest.py": "import pytest\npytest.register_assert_rewrite('module')",
        "module.py": "async def f(): pass\nasync def g():\n    assert await f() is None\n",
        "test_a.py": "import asyncio, module\ndef test_x(): asyncio.run(module.g())",
    }
    answer = run(files, observe={"files": {"module.py": 1}})
    assert names(answer, "awaits", 0) == names(answer, "functions", 1) == ["test_x"]


def test_an_await_whose_operand_raises_is_reached_though_nothing_is_awaited(run: Run) -> None:
    files = {
        "module.py": "async def g(): pass\nasync def f():\n    await g(missing)\n",
        "test_a.py": """
            import asyncio, module, pytest
            def test_x():
                with pytest.raises(NameError):
                    asyncio.run(module.f())
        """,
    }
    answer = run(files, observe={"files": {"module.py": 1}})
    assert names(answer, "awaits", 0) == ["test_x"]
    assert answer["observed"]["files"]["module.py"]["awaits"]["0"]["kinds"] == []


def test_a_statement_is_reached_though_it_raises_before_its_first_await(run: Run) -> None:
    files = {
        "module.py": """
            async def g(x): return x
            async def f(x):
                if x:
                    print(x.real, await g(await g(x)))
                else: x; await g(x)
        """,
        "test_a.py": """
            import asyncio, module, pytest
            def test_raises():
                with pytest.raises(AttributeError):
                    asyncio.run(module.f("x"))
            def test_passes(): asyncio.run(module.f(1))
            def test_other(): asyncio.run(module.f(0))
        """,
    }
    answer = run(files, observe={"files": {"module.py": 3}})
    assert names(answer, "statements", 0) == ["test_raises", "test_passes"]
    assert names(answer, "statements", 1) == []
    assert names(answer, "statements", 2) == ["test_other"]
    assert names(answer, "awaits", 0) == names(answer, "awaits", 1) == ["test_passes"]


def order(source: str) -> list[str]:
    """The names awaited, in the order in which the sites are numbered."""
    tree = ast.parse(textwrap.dedent(source))
    instrument(tree, 0, 0)
    sites = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Await):
            assert isinstance(node.value, ast.Call) and isinstance(node.value.args[0], ast.Call)
            (number,) = node.value.args[0].args
            assert isinstance(number, ast.Constant)
            sites[number.value] = ast.unparse(node.value.args[1])
    return [sites[number] for number in sorted(sites)]


def test_awaits_are_numbered_in_the_order_of_the_source() -> None:
    source = """
        async def f():
            x = {await a: await b, **(await c)}
            y = (await e) if (await g) else (await h)
            return await call(k=await i, *await j)
        async def z(): await k
    """
    expected = ["a", "b", "c", "e", "g", "h"]
    assert order(source)[:6] == expected
    assert [name.split("(")[0] for name in order(source)[6:]] == ["call", "i", "j", "k"]


def test_awaits_in_f_strings_stand_where_the_string_stands() -> None:
    source = '''
        async def f():
            return (await a, f"{await b} {await c:{await d}} "
                f"""
                {await e}""", await g)
    '''
    assert order(source) == ["a", "b", "c", "d", "e", "g"]


def test_instrumented_code_keeps_its_lines_and_docstrings() -> None:
    source = 'async def f():\n    "doc"\n\n    return await g()\nasync def h():\n    "only"\n'
    tree = ast.parse(source)
    assert count_awaits(tree) == 1
    assert instrument(tree, 5, 7) == (1, 2)
    reached: list[tuple[str, int]] = []
    names: dict[str, Any] = {
        FUNCTION_PROBE: lambda site: reached.append(("function", site)),
        REACH_PROBE: lambda site: reached.append(("reach", site)) or site,
        AWAIT_PROBE: lambda site, value: reached.append(("await", site)) or value,
    }
    exec(compile(tree, "<test>", "exec"), names)

    async def g() -> int:
        return 4

    names["g"] = g
    with pytest.raises(StopIteration):
        names["f"]().send(None)
    assert reached == [
        ("function", 7),
        ("reach", STATEMENTS + 5),
        ("reach", 5),
        ("await", 5),
    ]
    assert (names["f"].__doc__, names["h"].__doc__) == ("doc", "only")
    lines = (
        {line for *_, line in names["f"].__code__.co_lines()}
        if sys.version_info >= (3, 10)
        else {4}
    )
    assert lines - {None} <= {1, 4}
