"""The pytest plugin of a run: it selects tests and reports what happens."""

from __future__ import annotations

import builtins
import os
import re
import sys
import warnings
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Optional

import _pytest.config
import pytest
from _pytest import unraisableexception
from _pytest.assertion.rewrite import AssertionRewritingHook

from amiss_pytest import deadlock
from amiss_pytest.events import Clock, Events, Unfit
from amiss_pytest.never_awaited import NeverAwaited
from amiss_pytest.roots import Roots

# What only some runs need they import when they do: most runs are short, and there are many.
if TYPE_CHECKING:
    from amiss_pytest.hot import Collected
    from amiss_pytest.modules import LateImports
    from amiss_pytest.observer import Observer
    from amiss_pytest.spawned import MultiprocessingCount
    from amiss_pytest.swap import Functions
    from amiss_pytest.switch import Switch

_MESSAGE_LINES = 6
_MESSAGE_LENGTH = 1000


def _keep_quiet_about(preloaded: frozenset[str]) -> None:
    """pytest warns of modules imported too early to be rewritten; it was not the user's doing."""
    warn = AssertionRewritingHook._warn_already_imported

    def _warn_already_imported(hook: AssertionRewritingHook, name: str) -> None:
        if name not in preloaded:
            warn(hook, name)

    if preloaded:
        setattr(AssertionRewritingHook, "_warn_already_imported", _warn_already_imported)


class _Test:
    """One item's way through pytest's protocol."""

    def __init__(self, item_id: str) -> None:
        self.id = item_id
        self._reported = ""
        self._failed = ""
        self.wall = Clock.wall()
        self.cpu = Clock.cpu()

    def outcome(self) -> str:
        """What the reports amount to. Without any, as after ``pytest.exit``, it is an error."""
        return self._failed or self._reported or "error"

    def add(self, report: pytest.TestReport) -> None:
        """Takes the report of a phase or of a subtest."""
        subtest = hasattr(report, "context")
        expected = hasattr(report, "wasxfail")
        if str(report.outcome) == "rerun":  # of pytest-rerunfailures
            self._reported = ""
        elif report.failed:
            if self._failed != "failed":
                self._failed = "failed" if report.when == "call" else "error"
        elif not subtest and report.skipped:
            self._reported = "xfailed" if expected else "skipped"
        elif not subtest and report.when == "call":
            self._reported = "xpassed" if expected else "passed"


class _Cause:
    """The exception behind a failed report."""

    def __init__(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.exception = excinfo.typename
        self.out_of_memory = _out_of_memory(excinfo.value)
        try:
            self.message = f"{excinfo.typename}: {excinfo.value}"
        except Exception:  # there are exceptions that cannot say what they are
            self.message = excinfo.typename


class RunPlugin:
    """Joins one pytest session."""

    def __init__(
        self,
        request: dict[str, Any],
        roots: Roots,
        events: Events,
        collected: Optional[Collected] = None,
    ) -> None:
        """With ``collected`` the session stops before its tests and goes on in forks only."""
        self._roots = roots
        self._events = events
        self._collected = collected
        self._take(request)
        self._cache: str = request["cache"]
        self._test: Optional[_Test] = None
        self._causes: dict[tuple[str, str], _Cause] = {}
        self._spawned: dict[str, None] = {}
        self._multiprocessing: Optional[MultiprocessingCount] = None
        self._never_awaited = NeverAwaited(events, roots, self._current_test)
        self.collected_garbage = False
        self._observer: Optional[Observer] = None
        self._switch: Optional[Switch] = None
        self._functions: Optional[Functions] = None
        self._order: dict[str, int] = {}
        self._late: Optional[LateImports] = None
        if request["observe"] is not None:
            from amiss_pytest.observer import Observer

            self._observer = Observer(request["observe"]["files"], roots)

    def _take(self, request: dict[str, Any]) -> None:
        """What to run, and what to tell of it."""
        self._full = request["report"] == "full"
        self._stop_at_first = bool(request["stopAtFirstFailure"])
        select = request["select"]
        self._select: Optional[dict[str, int]] = (
            None if select is None else {test: index for index, test in enumerate(select)}
        )
        self._deselect = frozenset(request["deselect"])
        self._expected: list[str] = request["expect"]

    # Joining

    def join_next_session(self, preloaded: frozenset[str]) -> None:
        """Registers this plugin in the next session, before all others, and in no later one."""
        _keep_quiet_about(preloaded)
        deadlock.watch_selectors(self._events)
        self._never_awaited.install()
        if self._collected is None:
            self._watch_processes()
        if self._observer is not None:
            self._observer.install()
        original = _pytest.config.get_config

        def get_config(*args: Any, **options: Any) -> pytest.Config:
            _pytest.config.get_config = original
            config = original(*args, **options)
            config.pluginmanager.register(self, "amiss")
            return config

        _pytest.config.get_config = get_config

    def _watch_processes(self) -> None:
        if self._full:
            from amiss_pytest import spawned

            spawned.watch(self._process_started)
            self._multiprocessing = spawned.MultiprocessingCount()

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_load_initial_conftests(
        self, early_config: pytest.Config
    ) -> Generator[None, Any, None]:
        """Coverage measurement starts in this hook, if its option is set."""
        known = early_config.known_args_namespace
        if getattr(known, "cov_source", None):
            known.cov_source = []
            self._switched_off("--cov")
        yield

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_cmdline_main(self, config: pytest.Config) -> Generator[None, Any, None]:
        """All options are known here, and none has been acted upon."""
        option = config.option
        if getattr(option, "numprocesses", None) or getattr(option, "tx", None):
            self._switched_off("-n")
        if getattr(option, "dist", "no") != "no" or getattr(option, "distload", False):
            self._switched_off("--dist")
        if hasattr(option, "numprocesses"):
            option.numprocesses, option.dist, option.distload, option.tx = 0, "no", False, []
        for name in ("forked", "looponfail"):
            if getattr(option, name, False):
                setattr(option, name, False)
                self._switched_off(f"--{name}")
        rerunfailures = sys.modules.get("pytest_rerunfailures")
        if self._collected is not None and rerunfailures is not None:
            # It would start a thread for the workers of pytest-xdist, of which there are none.
            setattr(rerunfailures, "HAS_PYTEST_HANDLECRASHITEM", False)
        if self._stop_at_first:
            option.maxfail = 1
        # Since 8.4 pytest itself collects garbage at the end, to warn of what it finds there.
        self.collected_garbage = hasattr(unraisableexception, "gc_collect_harder") and (
            config.pluginmanager.hasplugin("unraisableexception")
        )
        # A run must not know the failures of the run before, as --lf, --ff and --sw would have it.
        config._inicache["cache_dir"] = self._cache
        yield

    def _switched_off(self, option: str) -> None:
        self._events.send("switchedOff", option)

    # Collection

    def pytest_ignore_collect(self, collection_path: Any, config: pytest.Config) -> Optional[bool]:
        """Leaves out files without a selected test. Files named as arguments do not come here."""
        if self._select is None or collection_path.is_dir():
            return None
        if collection_path.name in ("__init__.py", "conftest.py"):
            return None
        return None if self._selected_file(collection_path, config) else True

    def _selected_file(self, path: Any, config: pytest.Config) -> bool:
        assert self._select is not None
        if not hasattr(self, "_selected_files"):
            self._selected_files = {test.split("::")[0] for test in self._select}
        try:
            name = path.relative_to(config.rootpath).as_posix()
        except ValueError:
            return True  # outside the root folder ids are made in other ways
        return name in self._selected_files

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> Generator[None, Any, None]:
        """Deselects, after every other plugin has put the tests into its order."""
        yield
        chosen = self._chosen(_by_id(items), items)
        if len(chosen) < len(items):
            kept = set(map(id, chosen))
            config.hook.pytest_deselected(items=[item for item in items if id(item) not in kept])
        items[:] = chosen
        self._tell_collected(items)

    def _chosen(
        self, by_id: dict[str, list[pytest.Item]], items: list[pytest.Item]
    ) -> list[pytest.Item]:
        """Touches no item that is not selected: each would cost a fork a page of memory."""
        if self._select is None:
            return [item for item in items if item.nodeid not in self._deselect]
        wanted = [test for test in self._select if test not in self._deselect]
        missing = [test for test in self._select if test not in by_id or test in self._deselect]
        if missing:
            self._events.send("missing", missing)
        # Grouping by parameters depends on what else was collected: the given order counts.
        return [item for test in wanted for item in by_id.get(test, ())]

    def _tell_collected(self, items: list[pytest.Item]) -> None:
        if self._full:
            self._events.send("collected", list(dict.fromkeys(item.nodeid for item in items)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file or class that could not be collected."""
        if report.failed:
            self._failed(report.nodeid, "collect", str(report.longrepr), None)

    # Hot runs

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Everything is collected: here a hot run begins, in a fork."""
        if self._collected is not None:
            collected, self._collected = self._collected, None
            if self._observer is not None:
                self._observer.pause()
            from amiss_pytest.swap import Functions

            self._functions = Functions(self._roots)
            by_id = _by_id(session.items)
            request, channel = collected.serve(session, self._roots, self._is_unfit)
            self._events.go_to(channel)
            try:
                self._begin(request, session, by_id)
            except Unfit as unfit:
                self._is_unfit(str(unfit))
            except BaseException as problem:
                self._events.send("refused", f"{type(problem).__name__}: {problem}")
                raise

    def _is_unfit(self, reason: str) -> None:
        """Ends the run; of processes that tests forked it has nothing to say."""
        if self._events.ours():
            self._events.send("unfit", reason)
            os._exit(0)

    def _begin(
        self,
        request: dict[str, Any],
        session: pytest.Session,
        by_id: dict[str, list[pytest.Item]],
    ) -> None:
        self._take(request)
        self._watch_processes()
        if self._stop_at_first:
            session.config.option.maxfail = 1
            # Nobody reads more than the last line, and showing the source means parsing all of it.
            session.config.option.tbstyle = "line"
        session.items[:] = self._chosen(by_id, session.items)
        session.testscollected = len(session.items)
        self._tell_collected(session.items)
        if self._observer is not None:
            self._observer.leave_alone(request["replaced"])
            if request["observe"] is None:
                self._mutate(request, session.config)
            else:
                self._observer.go_on()

    def _mutate(self, request: dict[str, Any], config: pytest.Config) -> None:
        """Nothing is observed: the probes serve to turn one of the awaits off, if at all."""
        from amiss_pytest.switch import Switch

        assert self._observer is not None
        if request["swap"]:
            assert self._functions is not None
            self._functions.swap(request["replaced"], self._observer.parts(), config)
        off = request["switch"] or {"raise": None}
        site = self._observer.site(off["file"], off["await"]) if request["switch"] else None
        self._switch = Switch(site, off["raise"] and getattr(builtins, off["raise"]))
        self._observer = None

    # Tests

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, None]:
        """Frames everything that happens for a test."""
        deadlock.watch_trio(self._events)
        test = self._test = _Test(item.nodeid)
        self._events.send("start", test.id)
        if self._observer is not None:
            self._observer.test_started(self._order.setdefault(test.id, len(self._order)))
        yield
        if self._observer is not None:
            self._observer.test_ended()
        self._test = None
        if self._multiprocessing is not None and self._multiprocessing.changed():
            self._spawned[test.id] = None
        wall, cpu = Clock.wall() - test.wall, Clock.cpu() - test.cpu
        self._events.send("end", test.id, test.outcome(), round(wall, 6), round(cpu, 6))

    def _current_test(self) -> Optional[str]:
        return None if self._test is None else self._test.id

    def _process_started(self) -> None:
        if self._test is not None:
            self._spawned[self._test.id] = None

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any]
    ) -> Generator[None, Any, None]:
        """Called only where a fixture is really set up, not where its value is still there."""
        if self._observer is None:
            yield
        else:
            with self._observer.setting_up(fixturedef):
                yield

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> Generator[None, Any, None]:
        """Remembers the exception, which reports no longer have."""
        yield
        if call.excinfo is not None:
            self._causes[item.nodeid, call.when] = _Cause(call.excinfo)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Every phase of every test, subtests included."""
        if self._test is not None:
            self._test.add(report)
        cause = self._causes.pop((report.nodeid, str(report.when)), None)
        if report.failed:
            self._failed(report.nodeid, str(report.when), _crash_message(report, cause), cause)

    def _failed(self, test: str, when: str, message: str, cause: Optional[_Cause]) -> None:
        exception = cause.exception if cause else None
        self._events.send("failure", test, when, _shortened(message), exception)
        if cause and cause.out_of_memory:
            self._events.send("memory")

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """What pytest's own summary of warnings is made of."""
        text = str(warning_message.message)
        self._never_awaited.warned(text, warning_message.filename, warning_message.lineno)

    # The end

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """From here on the process is on its way out."""
        self._events.send("finishing")
        if self._full and self._functions is None:  # hot runs have been told before
            from amiss_pytest.modules import LateImports

            self._late = LateImports()

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """pytest or a plugin failed."""
        self.session_problem(excinfo.value)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """``pytest.exit`` comes here too."""
        self._events.send("interrupted", _shortened(f"{excinfo.typename}: {excinfo.value}"))

    def session_problem(self, problem: BaseException) -> None:
        """An exception that belongs to no test."""
        name = type(problem).__name__
        self._events.send("failure", "", "session", _shortened(f"{name}: {problem}"), name)
        if _out_of_memory(problem):
            self._events.send("memory")

    def over(self, status: Any, waited_for: list[str]) -> None:
        """pytest has returned; the interpreter has not exited yet."""
        from amiss_pytest.modules import others_modules, wrong_modules

        said: list[list[Any]] = []
        if self._full:
            modules = others_modules(self._roots)
            said += [["spawned", list(self._spawned)], ["modules", modules]]
            if self._late is not None:
                said.append(["late", self._late.among(modules)])
        if self._observer is not None:
            said.append(["observed", self._observer.answer()])
        if self._switch is not None and self._switch.off is not None:
            said.append(["turned", self._switch.passed])
        said.append(["wrongModules", wrong_modules(self._expected, self._roots)])
        said.append(["over", status if isinstance(status, int) else None])
        said.append(["exiting", waited_for])
        self._events.send_all(said)


def _by_id(items: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    by_id: dict[str, list[pytest.Item]] = {}
    for item in items:
        by_id.setdefault(item.nodeid, []).append(item)
    return by_id


def _crash_message(report: pytest.TestReport, cause: Optional[_Cause]) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is not None:
        return str(crash.message)
    return cause.message if cause else str(report.longrepr)


def _shortened(message: str) -> str:
    """The lines that say what is wrong: of a text with a traceback those marked with ``E``."""
    lines = message.strip().splitlines()
    marked = [re.sub(r"^E {1,3}", "", line) for line in lines if re.match(r"E( |$)", line)]
    return "\n".join((marked or lines)[:_MESSAGE_LINES])[:_MESSAGE_LENGTH]


def _out_of_memory(problem: Optional[BaseException]) -> bool:
    """Whether memory ran out, itself or behind the exceptions it led to."""
    seen: set[int] = set()
    waiting = [problem]
    while waiting:
        problem = waiting.pop()
        if problem is None or id(problem) in seen:
            continue
        if isinstance(problem, MemoryError):
            return True
        seen.add(id(problem))
        waiting += [problem.__cause__, problem.__context__, *getattr(problem, "exceptions", ())]
    return False
