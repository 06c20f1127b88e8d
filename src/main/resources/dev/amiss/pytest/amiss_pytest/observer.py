"""Observes, while the baseline runs, which tests reach what, and what each await awaits.

What runs during a test, in whatever thread, is that test's. What runs while a fixture of wider
scope than function is set up or torn down is reached by every test that requests this very instance
of it, however indirectly. All else, as imports and collection, is reached by all tests.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from inspect import CO_ITERABLE_COROUTINE
from typing import Any, Optional, Union

from _pytest.assertion import rewrite as rewrite_module
from _pytest.fixtures import FixtureDef

from amiss_pytest.events import Unfit
from amiss_pytest.instrument import (
    AWAIT_PROBE,
    FUNCTION_PROBE,
    REACH_PROBE,
    STATEMENTS,
    count_awaits,
    instrument,
)
from amiss_pytest.never_awaited import is_mock
from amiss_pytest.parts import Part, parts
from amiss_pytest.roots import Roots

_GENERATOR_METHODS = ("async_generator_asend", "async_generator_athrow")


class _File:
    """What became of one file."""

    def __init__(self, expected: int) -> None:
        self.expected = expected
        self.imported = False
        self.problem: Optional[str] = None
        self.first_await = self.first_function = 0
        self.awaits = self.functions = 0
        self.parts: list[Part] = []


class _Instance:
    """One set-up of a fixture of wider scope: what it reached, and who requests it."""

    def __init__(self) -> None:
        self.reached: set[int] = set()
        self.tests: set[int] = set()
        self.needs: set[_Instance] = set()


class Observer:
    """Instruments files as they are imported, and keeps what the probes see."""

    def __init__(self, files: dict[str, int], roots: Roots) -> None:
        self._files = {name: _File(awaits) for name, awaits in files.items()}
        self._by_path = {os.path.join(roots.root, *name.split("/")): name for name in files}
        self._roots = roots
        self._next_await = self._next_function = 0
        self._always: set[int] = set()
        self._by_test: dict[int, set[int]] = {}
        self._test: Optional[int] = None
        self._instances: dict[Any, _Instance] = {}
        self._all_instances: list[_Instance] = []
        self._building: list[_Instance] = []
        # By site and the type or code awaited: how often, and the coroutine's name and module.
        self._counts: dict[tuple[int, Any], int] = {}
        self._names: dict[tuple[int, Any], tuple[str, Optional[str]]] = {}
        self._switch: Callable[[set[int]], set[int]] = self._install_probes()
        self._follow: Callable[[], None] = self._follow_fixtures
        self._unfollow: Callable[[], None] = self._follow_fixtures

    # Attribution

    def test_started(self, index: int) -> None:
        """What is reached from now on is this test's."""
        self._test = index
        self._switch(self._by_test.setdefault(index, set()))

    def test_ended(self) -> None:
        """What is reached from now on is everybody's."""
        self._test = None
        self._switch(self._always)

    @contextmanager
    def setting_up(self, fixture: FixtureDef[Any]) -> Iterator[None]:
        """Around the real set-up of a fixture."""
        if fixture.scope == "function":
            yield
            return
        instance = _Instance()
        self._instances[fixture] = instance
        self._all_instances.append(instance)
        self._building.append(instance)
        before = self._switch(instance.reached)
        try:
            yield
        finally:
            self._switch(before)
            self._building.pop()

    def _requested(self, fixture: Any) -> None:
        instance = self._instances.get(fixture)
        if instance is None:
            return
        if self._building and self._building[-1] is not instance:
            self._building[-1].needs.add(instance)
        if self._test is not None:
            instance.tests.add(self._test)

    # Installation

    def install(self) -> None:
        """From now on imports are instrumented and fixtures are followed."""
        self._follow()
        self._instrument_imports()

    def _follow_fixtures(self) -> None:
        """Begins to follow them. It takes a while, so that it is not undone and done in each fork."""
        execute, finish = FixtureDef.execute, FixtureDef.finish

        def execute_and_note(fixture: Any, *args: Any, **options: Any) -> Any:
            try:
                return execute(fixture, *args, **options)
            finally:
                self._requested(fixture)

        def finish_as_instance(fixture: Any, *args: Any, **options: Any) -> Any:
            instance = self._instances.get(fixture)
            if instance is None:
                return finish(fixture, *args, **options)
            before = self._switch(instance.reached)
            try:
                return finish(fixture, *args, **options)
            finally:
                self._switch(before)

        def follow() -> None:
            setattr(FixtureDef, "execute", execute_and_note)
            setattr(FixtureDef, "finish", finish_as_instance)

        def unfollow() -> None:
            setattr(FixtureDef, "execute", execute)
            setattr(FixtureDef, "finish", finish)

        follow()
        self._follow, self._unfollow = follow, unfollow

    # Hot runs

    def leave_alone(self, files: list[str]) -> None:
        """These files hold a mutant: whoever imports them from now on gets them as they are."""
        left_alone = set(files)
        self._by_path = {p: name for p, name in self._by_path.items() if name not in left_alone}

    def parts(self) -> dict[str, list[Part]]:
        """The parts of files that are imported."""
        return {name: file.parts for name, file in self._files.items() if file.imported}

    def pause(self) -> None:
        """No test runs for now: what follows fixtures can be out of the way."""
        self._unfollow()

    def go_on(self) -> None:
        """After a pause."""
        self._follow()

    def site(self, file: str, ordinal: int) -> Optional[int]:
        """The number that the probe of an ``await`` has; None where the file is not imported.

        Raises Unfit where it was imported without probes.
        """
        known = self._files[file]
        if known.problem is not None or not ordinal < known.expected:
            raise Unfit(f"there is no probe in {file}: {known.problem}")
        return known.first_await + ordinal if known.imported else None

    def _instrument_imports(self) -> None:
        get_code, exec_module = SourceFileLoader.get_code, SourceFileLoader.exec_module
        hook = rewrite_module.AssertionRewritingHook
        exec_rewritten = hook.exec_module
        rewrite = rewrite_module.rewrite_asserts

        def get_instrumented(loader: Any, fullname: str) -> Optional[types.CodeType]:
            name = self._name(loader.path)
            code = self._compiled(name, loader) if name is not None else None
            return code if code is not None else get_code(loader, fullname)

        def rewrite_instrumented(
            tree: ast.Module, source: bytes, module_path: Any = None, *rest: Any
        ) -> None:
            name = self._name(module_path) if module_path else None
            if name is not None:
                self._instrument(name, tree)
            rewrite(tree, source, module_path, *rest)

        setattr(SourceFileLoader, "get_code", get_instrumented)
        setattr(SourceFileLoader, "exec_module", self._for_all(exec_module))
        setattr(hook, "exec_module", self._for_all(exec_rewritten))
        setattr(rewrite_module, "rewrite_asserts", rewrite_instrumented)

    def _for_all(self, execute: Callable[[Any, types.ModuleType], None]) -> Any:
        """A module runs once, whichever test happened to import it first."""

        def exec_module(loader: Any, module: types.ModuleType) -> None:
            before = self._switch(self._always)
            try:
                execute(loader, module)
            finally:
                self._switch(before)

        return exec_module

    def _name(self, path: str) -> Optional[str]:
        return self._by_path.get(os.path.realpath(path))

    def _compiled(self, name: str, loader: Any) -> Optional[types.CodeType]:
        try:
            tree = ast.parse(loader.get_data(loader.path), loader.path)
            self._instrument(name, tree)
            code: types.CodeType = compile(tree, loader.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as problem:
            self._files[name].problem = f"{type(problem).__name__}: {problem}"
            return None
        return code

    def _instrument(self, name: str, tree: ast.Module) -> None:
        file = self._files[name]
        file.imported = True
        file.parts = parts(tree)
        found = count_awaits(tree)
        if found != file.expected:
            file.problem = f"{found} awaits found, {file.expected} expected"
        elif file.awaits or file.functions:  # imported again, or under another name
            instrument(tree, file.first_await, file.first_function)
        else:
            file.first_await, file.first_function = self._next_await, self._next_function
            file.awaits, file.functions = instrument(tree, self._next_await, self._next_function)
            self._next_await += file.awaits
            self._next_function += file.functions

    def _install_probes(self) -> Callable[[set[int]], set[int]]:
        """The probes are closures, since they run at every step of the user's code."""
        current = self._always
        counts, name = self._counts, self._note
        coroutine = types.CoroutineType

        def reach_probe(site: int) -> int:
            current.add(site)
            return site

        def await_probe(site: int, awaited: Any) -> Any:
            kind = type(awaited)
            key = (site, awaited.cr_code if kind is coroutine else kind)
            if key in counts:
                counts[key] += 1
            else:
                name(site, awaited)
            return awaited

        def function_probe(site: int) -> None:
            current.add(~site)

        def switch(to: set[int]) -> set[int]:
            nonlocal current
            before, current = current, to
            return before

        setattr(builtins, REACH_PROBE, reach_probe)
        setattr(builtins, AWAIT_PROBE, await_probe)
        setattr(builtins, FUNCTION_PROBE, function_probe)
        return switch

    def _note(self, site: int, awaited: Any) -> None:
        """The first time that a site awaits this type, or a coroutine of this code."""
        kind = type(awaited)
        what: Any = kind
        if kind is types.CoroutineType:
            what = awaited.cr_code
            frame = awaited.cr_frame
            module = frame.f_globals.get("__name__") if frame else None
            self._names[site, what] = (awaited.__qualname__, module)
        elif kind is types.GeneratorType:
            what = awaited.gi_code
            self._names[site, what] = (awaited.__qualname__, None)
        self._counts[site, what] = self._counts.get((site, what), 0) + 1

    # The answer

    def answer(self) -> dict[str, Any]:
        """What was observed, by file."""
        tests = self._tests_by_site()
        kinds: dict[int, list[dict[str, Any]]] = {}
        for (site, what), count in self._counts.items():
            kinds.setdefault(site, []).append({**self._kind(site, what), "count": count})
        answer = {}
        for name, file in self._files.items():
            awaits = range(file.first_await, file.first_await + file.awaits)
            functions = range(file.first_function, file.first_function + file.functions)
            answer[name] = {
                "imported": file.imported,
                "problem": file.problem,
                "awaits": {
                    str(site - file.first_await): {
                        "tests": tests[site],
                        "kinds": kinds.get(site, []),
                    }
                    for site in awaits
                    if site in tests
                },
                "statements": {
                    str(site - file.first_await): {"tests": tests[STATEMENTS + site]}
                    for site in awaits
                    if STATEMENTS + site in tests
                },
                "functions": {
                    str(site - file.first_function): {"tests": tests[~site]}
                    for site in functions
                    if ~site in tests
                },
            }
        return {"files": answer}

    def _tests_by_site(self) -> dict[int, Union[str, list[int]]]:
        reached: dict[int, set[int]] = {}
        for test, sites in self._by_test.items():
            for site in sites:
                reached.setdefault(site, set()).add(test)
        for instance, tests in self._requesters().items():
            for site in instance.reached:
                reached.setdefault(site, set()).update(tests)
        answer: dict[int, Union[str, list[int]]] = {
            site: sorted(tests) for site, tests in reached.items()
        }
        answer.update(dict.fromkeys(self._always, "all"))
        return answer

    def _requesters(self) -> dict[_Instance, set[int]]:
        """The tests of each instance, those included that request it through another."""
        requesters: dict[_Instance, set[int]] = {}
        for instance in self._all_instances:
            waiting, seen = [instance], {instance}
            while waiting:
                needed = waiting.pop()
                requesters.setdefault(needed, set()).update(instance.tests)
                waiting += needed.needs - seen
                seen |= needed.needs
        return requesters

    def _kind(self, site: int, what: Any) -> dict[str, Any]:
        if isinstance(what, types.CodeType):
            qualname, module = self._names[site, what]
            return {
                "kind": _kind_of_code(what),
                "qualname": qualname,
                "module": module,
                "file": self._roots.relative(what.co_filename),
                "line": what.co_firstlineno,
            }
        return {
            "kind": _kind_of_type(what),
            "qualname": what.__qualname__,
            "module": what.__module__,
            "file": None,
            "line": None,
        }


def _kind_of_code(code: types.CodeType) -> str:
    if is_mock(code):
        return "mock"
    return "generator-coroutine" if code.co_flags & CO_ITERABLE_COROUTINE else "coroutine"


def _kind_of_type(kind: type) -> str:
    if kind.__name__ in _GENERATOR_METHODS:
        return "async-generator-method"
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None and issubclass(kind, asyncio.Task):
        return "task"
    if asyncio is not None and issubclass(kind, asyncio.Future):
        return "future"
    return "awaitable"
