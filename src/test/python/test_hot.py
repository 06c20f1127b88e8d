"""A hot run differs from a cold one on the same mutant in nothing but what it costs."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest
from conftest import Answer, Start, Worker, outcomes, write

from amiss_pytest import children
from amiss_pytest.processes import Exit
from amiss_pytest.run import Run

APP = """
    import asyncio

    class Store:
        def __init__(self): self.items = []
        async def add(self, item):
            await self.lock()
            self.items.append(item)
            return len(self.items)
        async def lock(self): await asyncio.sleep(0)

    async def double(n): return 2 * n
    async def quadruple(n):
        return 2 * await double(n)
    async def report(n): return f"{await double(n)!r:>4}" + str([await double(i) for i in range(n)])
    async def ignored():
        try:
            await double(1)
        finally:
            await double(2)
    def made():
        async def inner(n):
            return await double(n)
        return inner
    at_import = made()
"""
TESTS = """
    import asyncio, os, tempfile, app

    def run(coroutine): return asyncio.run(coroutine)
    def test_quadruple(capfd):
        print("hello")
        assert run(app.quadruple(2)) == 8
        assert capfd.readouterr().out == "hello\\n"
    def test_store():
        store = app.Store()
        assert [run(store.add(n)) for n in (1, 2)] == [1, 2]
    def test_report(): assert run(app.report(2)) == "   4[0, 2]"
    def test_ignored(): run(app.ignored())
    def test_made(): assert run(app.at_import(3)) == run(app.made()(3)) == 6
    def test_temporary(tmp_path):
        (tmp_path / "x").write_text("x")
        assert len(os.listdir(tempfile.gettempdir())) == 1
"""
FILES = {"app.py": APP, "test_app.py": TESTS}
AWAITS = [
    "await self.lock()",
    "await asyncio.sleep(0)",
    "await double(n)\n",
    "await double(n)!r",
    "await double(i)",
    "await double(1)",
    "await double(2)",
    "await double(n)\n    return inner",
]


@pytest.fixture
def worker(start: Start, tmp_path: Path) -> Worker:
    """A worker on a copy of a small project, which has collected its tests."""
    write(tmp_path / "original", FILES)
    started = start(FILES, original=tmp_path / "original")
    assert started.collect(files={"app.py": len(AWAITS)})["hotRefused"] is None
    return started


def mutated(worker: Worker, changes: dict[str, tuple[str, str]], **fields: Any) -> Answer:
    """One run with some text of some files replaced."""
    for name, (old, new) in changes.items():
        path = worker.root / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))
    answer = worker.run(replaced=list(changes), **fields)
    for name in changes:
        shutil.copyfile(worker.root.parent / "original" / name, worker.root / name)
    return answer


def hot(worker: Worker, changes: dict[str, tuple[str, str]], **fields: Any) -> Answer:
    worker._collected = ()
    return mutated(worker, changes, isolation="hot", **fields)


def told(answer: Answer) -> Any:
    """What a person would learn. Addresses differ from process to process."""
    failures = [(f["id"], f["when"], f["exception"]) for f in answer["failures"]]
    warnings = [
        (w["test"], w["text"], w["line"], w["origin"]["line"], w["origin"]["function"])
        for w in answer["warnings"]
    ]
    return answer["outcome"], answer["exitStatus"], outcomes(answer), failures, warnings


@pytest.mark.parametrize("ordinal", range(len(AWAITS)))
def test_a_switch_a_swap_and_a_fresh_process_agree(worker: Worker, ordinal: int) -> None:
    text = AWAITS[ordinal]
    change = {"app.py": (text, text[len("await ") :])}
    cold = told(mutated(worker, change))
    assert cold[4]  # nothing is silent here

    switched = hot(worker, change, switch={"file": "app.py", "await": ordinal, "raise": None})
    assert told(switched) == cold
    assert switched["turned"] > 0
    assert told(hot(worker, change, swap=True)) == cold


def test_nothing_is_left_for_the_next_run(worker: Worker) -> None:
    plain = told(worker.run())
    for _ in range(2):
        off = {"file": "app.py", "await": 2, "raise": None}
        change = {"app.py": ("2 * await double", "2 * double")}
        assert hot(worker, change, switch=off)["exitStatus"] == 1
        assert told(hot(worker, {})) == plain


TEMPORARY = """
    import os, tempfile
    def test_temporary():
        folder = tempfile.gettempdir()
        assert os.listdir(folder) == []
        assert os.stat(folder).st_mode & 0o700 == 0o700
        {leave}
"""


@pytest.mark.parametrize("leave", ["os.mkdir(folder + '/x')", "os.chmod(folder, 0)"])
def test_no_run_finds_what_another_did_to_its_temporary_folder(start: Start, leave: str) -> None:
    worker = start({"test_a.py": TEMPORARY.format(leave=leave)})
    assert worker.collect()["hotRefused"] is None
    for _ in range(2):
        assert outcomes(worker.run(isolation="hot")) == {"test_temporary": "passed"}


def test_a_raise_takes_the_place_of_an_await(worker: Worker) -> None:
    raises = {"file": "app.py", "await": 2, "raise": "RuntimeError"}
    answer = hot(worker, {}, switch=raises)
    assert [f["exception"] for f in answer["failures"]] == ["RuntimeError"]


def test_a_mutant_of_a_test_is_swapped_with_its_assertions_rewritten(worker: Worker) -> None:
    answer = hot(worker, {"test_app.py": ("== 8", "== 9")}, swap=True)
    assert answer["failures"][0]["message"].startswith("assert 8 == 9")


UNSWAPPABLE = {
    "module": ("import asyncio", "import asyncio, json"),
    "class": ("def __init__(self)", "def __init__(self, n=1)"),
    "name": ("def ignored", "def forgotten"),
    "syntax": ("2 * await double", "2 ** await * double"),
    "kept": ("async def kept", "def kept"),
    "decorated": ("async def decorated", "def decorated"),
    "registered": ("async def on_join", "def on_join"),
    "twice": ("lambda: 1, lambda: 2", "lambda: 1, lambda: 3"),
}
REASONS = {
    "module": "it changes what a module or a class does when it is made",
    "class": "it changes what a module or a class does when it is made",
    "name": "it changes what a module or a class does when it is made",
    "syntax": "it does not compile",
    "kept": "kept is kept somewhere besides its module or class",
    "decorated": "a decorator may have seen decorated",
    "registered": "Base may have seen Handler.on_join",
    "twice": "there are several <lambda> in line",
}
SEEN = """
    async def kept(): pass
    keeps = [kept]
    def decorate(function): return function
    @decorate
    async def decorated(): pass
    class Base:
        def __init_subclass__(cls): pass
    class Handler(Base):
        async def on_join(self): pass
    PAIR = (lambda: 1, lambda: 2)
"""


@pytest.mark.parametrize("change", UNSWAPPABLE)
def test_what_more_than_functions_depend_on_is_not_swapped(
    start: Start, tmp_path: Path, change: str
) -> None:
    files = {**FILES, "app.py": APP + SEEN}
    write(tmp_path / "original", files)
    worker = start(files, original=tmp_path / "original")
    worker.collect(files={"app.py": len(AWAITS)})

    answer = hot(worker, {"app.py": UNSWAPPABLE[change]}, swap=True)

    assert answer["outcome"] == "unfit"
    assert answer["reason"].startswith(REASONS[change])


COLOURED = {
    "test_quadruple": ("async def double", "def double"),
    # The last class of a module is what a search for a function ends with.
    "test_store": ("async def lock(self): await", "def lock(self):"),
}


@pytest.mark.parametrize("test", COLOURED)
def test_the_kind_of_a_function_that_nobody_looked_at_may_change(worker: Worker, test: str) -> None:
    answer = hot(worker, {"app.py": COLOURED[test]}, swap=True)
    assert (answer["outcome"], outcomes(answer)[test]) == ("finished", "failed")


LATE = """
    def test_late():
        import asyncio, late
        assert asyncio.run(late.value()) == 1
"""


def test_a_module_imported_by_a_test_is_the_mutant_from_the_start(
    start: Start, tmp_path: Path
) -> None:
    late = "async def one(): return 1\nasync def value(): return await one()\n"
    files = {"late.py": late, "test_late.py": LATE}
    write(tmp_path / "original", files)
    worker = start(files, original=tmp_path / "original")
    worker.collect(files={"late.py": 1})
    off = {"file": "late.py", "await": 0, "raise": None}
    answer = hot(worker, {"late.py": ("await one()", "one()")}, switch=off)
    assert (outcomes(answer), answer["turned"]) == ({"test_late": "failed"}, None)


REFUSED = {
    "starts threads": "threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()",
    "starts processes": "subprocess.Popen(['sleep', '1000'])",
    "opens a connection": "keep = socket.socket()",
    "opens a connection ": "keep = asyncio.new_event_loop()",
    "opens a file to write to": "keep = open('log', 'w')",
    "makes temporary files": "keep = tempfile.mkdtemp()",
    "sets a timer": "signal.setitimer(signal.ITIMER_REAL, 1000)",
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_forks_would_share_is_refused(start: Start, reason: str) -> None:
    imports = "import asyncio, signal, socket, subprocess, tempfile, threading, time"
    test = f"{imports}\n{REFUSED[reason]}\ndef test_x(): pass\n"
    refused = start({"test_a.py": test}).collect()["hotRefused"]
    assert refused.startswith(f"collecting the tests {reason.strip()}")


def test_tests_that_cannot_be_collected_are_refused(start: Start) -> None:
    worker = start({"test_a.py": "raise RuntimeError"})
    assert worker.collect()["hotRefused"] == "collecting the tests fails"


def test_a_session_without_tests_is_refused(start: Start) -> None:
    worker = start({"test_a.py": "def test_x(): pass"})
    assert worker.collect("--version")["hotRefused"] == "pytest ends before the first test"
    assert worker.run(isolation="cold")["outcome"] == "finished"


def test_collecting_that_does_not_end_is_refused(start: Start) -> None:
    worker = start({"test_a.py": "import time\ntime.sleep(1000)"})
    request = {"args": [], "deselect": [], "files": {}, "log": str(worker.log)}
    worker.tell(op="collect", seconds=1, **request)
    assert worker.hear()["hotRefused"] == "collecting the tests does not end"


def test_a_run_whose_zygote_is_killed_is_lost_and_the_tests_can_be_collected_again(
    start: Start,
) -> None:
    test = "import os, signal\ndef test_x(): os.kill(os.getppid(), signal.SIGKILL)"
    worker = start({"test_a.py": test, "test_b.py": "def test_y(): pass"})
    assert worker.run(isolation="hot")["outcome"] == "lost"
    assert worker.run(isolation="hot")["outcome"] == "lost"
    assert worker.collect()["hotRefused"] is None
    assert worker.run(isolation="hot", select=["test_b.py::test_y"])["outcome"] == "finished"


@pytest.mark.parametrize("forked", ["warm", "hot"])
def test_a_run_that_cannot_be_followed_spoils_none_after_it(
    start: Start, tmp_path: Path, forked: str
) -> None:
    flag = tmp_path / "flag"
    test = f"""
        import os
        def test_x():
            if os.path.exists({str(flag)!r}):
                for name in os.listdir("/proc/self/fd"):
                    if int(name) >= 900: os.write(int(name), b"not JSON\\n")
    """
    worker = start({"test_a.py": test}, [])
    flag.touch()
    answer = worker.run(isolation=forked)
    assert (answer["outcome"], answer["reason"][:15]) == ("lost", "JSONDecodeError")
    flag.unlink()
    worker.prepare([])
    worker.collect()
    for _ in range(2):
        assert outcomes(worker.run(isolation=forked)) == {"test_x": "passed"}


def test_a_folder_that_a_killed_supervisor_left_is_used_again(start: Start) -> None:
    test = "import os, tempfile\ndef test_x(): assert os.listdir(tempfile.gettempdir()) == []"
    worker = start({"test_a.py": test})
    write(worker.log.parent / "0", {"t/left": ""})
    assert outcomes(worker.run()) == {"test_x": "passed"}


class _Ended:
    """A fork that had ended before anybody waited for it, so that nothing is left to be read."""

    pid = 0

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor

    def poll(self) -> Exit:
        return Exit(0, None, 0.0, 0)

    def leave(self) -> None:
        raise AssertionError("it is the supervisor that leaves")


def test_a_fork_that_ends_before_its_number_is_read_has_ended() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b'{"pid": 7}\n{"end": [0, null, 0.25, 1]}\n')
        zygote = children._Zygote(0, ours)
        fork = children._Fork(zygote.fork((0, 1, 2)), zygote)
        assert fork.pid == 7
        assert fork.poll() == Exit(0, None, 0.25, 1)


def test_a_run_that_is_over_already_is_not_waited_for() -> None:
    limits = {"startup": 0.5, "exit": 0.5, "memory": None, "perTest": {}, "otherTest": None}
    ours, theirs = socket.socketpair()
    events, sink = os.pipe()
    with ours, theirs:
        os.write(sink, b'["over", 0]\n')
        run = Run({"report": "brief", "limits": limits}, _Ended(ours.fileno()), events)
        assert run.watch(ours.fileno(), lambda: False)["outcome"] == "finished"
    os.close(events)
    os.close(sink)
