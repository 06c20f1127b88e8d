"""Whatever a test does to stay, the supervisor answers, kills all of it, and serves on."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Answer, Start, Worker, outcomes

Run = Callable[..., Answer]

SHORT = {"otherTest": {"wall": 1.5, "cpu": 30}, "exit": 1.5}


def hang(answer: Answer) -> tuple[Any, Any, Any]:
    """The outcome, the phase and the proof."""
    return answer["outcome"], answer["hang"]["phase"], answer["hang"]["proof"]


def test_a_spinning_test_is_proven_by_its_cpu_time(run: Run, isolation: str) -> None:
    limits = {"otherTest": {"wall": 60, "cpu": 0.5}}
    answer = run(
        {"test_a.py": "def test_x():\n  while 1: pass"}, limits=limits, isolation=isolation
    )
    assert hang(answer) == ("timeout", "test", "cpu")
    assert answer["hang"]["test"] == answer["during"] == "test_a.py::test_x"


def test_an_idle_test_is_late_but_not_proven(run: Run, isolation: str) -> None:
    test = """
        import signal, time
        def test_first(): pass
        def test_x():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(1000)
    """
    answer = run({"test_a.py": test}, limits=SHORT, isolation=isolation)
    assert hang(answer) == ("timeout", "test", None)
    assert outcomes(answer) == {"test_first": "passed"}


def test_limits_are_per_test(run: Run) -> None:
    test = "import time\ndef test_x(): time.sleep(1)\ndef test_y(): time.sleep(1000)"
    limits = {"perTest": {"test_a.py::test_y": {"wall": 0.2, "cpu": 9}}}
    answer = run({"test_a.py": test}, limits=limits)
    assert answer["hang"]["test"] == "test_a.py::test_y"
    assert outcomes(answer) == {"test_x": "passed"}


WAITS = """
    import asyncio, signal, threading, time
    async def wait():
        {before}
        await asyncio.get_running_loop().create_future()
    def test_x(): asyncio.run(wait())
"""


def test_an_event_loop_that_nothing_can_wake_is_proven(run: Run, isolation: str) -> None:
    files = {"test_a.py": WAITS.format(before="pass")}
    answer = run(files, limits={"otherTest": {"wall": 100, "cpu": 9}}, isolation=isolation)
    assert hang(answer) == ("timeout", "test", "deadlock")
    assert answer["seconds"] < 50


@pytest.mark.parametrize(
    "before",
    [
        "threading.Thread(target=time.sleep, args=(100,), daemon=True).start()",
        "asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, print)",
        "signal.setitimer(signal.ITIMER_REAL, 100)",
    ],
    ids=["thread", "signal", "timer"],
)
def test_an_event_loop_that_something_may_wake_is_not(run: Run, before: str) -> None:
    answer = run({"test_a.py": WAITS.format(before=before)}, limits=SHORT)
    assert hang(answer) == ("timeout", "test", None)


TIMERS = {
    "asyncio": """
        import asyncio
        async def wait():
            keepalive = asyncio.ensure_future(asyncio.sleep({seconds}))
            await asyncio.wait([keepalive, asyncio.get_running_loop().create_future()],
                return_when=asyncio.FIRST_COMPLETED)
        def test_x(): asyncio.run(wait())
    """,
    "trio": """
        import trio
        def test_x(): trio.run(trio.sleep, {seconds})
    """,
}


@pytest.mark.parametrize("library", TIMERS)
def test_a_sleep_beyond_all_patience_is_proven_at_once(
    run: Run, library: str, isolation: str
) -> None:
    limits = {"otherTest": {"wall": 50, "cpu": 9, "longest": 60}}
    answer = run(
        {"test_a.py": TIMERS[library].format(seconds=1000)}, limits=limits, isolation=isolation
    )
    assert hang(answer) == ("timeout", "test", "asleep")
    assert answer["seconds"] < 50


@pytest.mark.parametrize("library", TIMERS)
def test_a_sleep_that_a_second_opinion_may_see_the_end_of_is_not(run: Run, library: str) -> None:
    limits = {"otherTest": {"wall": 1, "cpu": 9, "longest": 60}}
    answer = run({"test_a.py": TIMERS[library].format(seconds=30)}, limits=limits)
    assert hang(answer) == ("timeout", "test", None)


def test_a_long_sleep_that_a_thread_ends_is_not(run: Run) -> None:
    test = """
        import asyncio, threading
        async def wait():
            loop, future = asyncio.get_running_loop(), asyncio.get_running_loop().create_future()
            threading.Timer(1, loop.call_soon_threadsafe, (future.set_result, None)).start()
            await asyncio.wait_for(future, 1000)
        def test_x(): asyncio.run(wait())
    """
    answer = run({"test_a.py": test}, limits={"otherTest": {"wall": 50, "cpu": 9, "longest": 60}})
    assert (answer["outcome"], answer["hang"]) == ("finished", None)


WAITS_BESIDE = {
    "main waits for a thread": """
        import asyncio, concurrent.futures, threading
        async def wait(): await asyncio.get_running_loop().create_future()
        def test_x():
            with concurrent.futures.ThreadPoolExecutor() as pool:
                pool.submit(asyncio.run, wait()).result()
    """,
    "idle worker": """
        import asyncio, queue, threading
        async def wait(): await asyncio.get_running_loop().create_future()
        def test_x():
            threading.Thread(target=queue.Queue().get, daemon=True).start()
            asyncio.run(wait())
    """,
    "two loops": """
        import asyncio, threading
        async def wait(): await asyncio.get_running_loop().create_future()
        def test_x():
            threading.Thread(target=lambda: asyncio.run(wait()), daemon=True).start()
            asyncio.run(wait())
    """,
    "trio": """
        import threading, trio
        def test_x():
            thread = threading.Thread(target=trio.run, args=(trio.sleep_forever,))
            thread.start()
            thread.join()
    """,
    "trio alone": """
        import trio
        def test_x(): trio.run(trio.sleep_forever)
    """,
}


@pytest.mark.parametrize("case", WAITS_BESIDE)
def test_threads_that_all_wait_for_one_another_are_proven(run: Run, case: str) -> None:
    limits = {"otherTest": {"wall": 100, "cpu": 9}}
    answer = run({"test_a.py": WAITS_BESIDE[case]}, limits=limits)
    assert hang(answer) == ("timeout", "test", "deadlock")
    assert answer["seconds"] < 50


def test_a_loop_that_a_thread_wakes_after_a_while_is_not(run: Run, isolation: str) -> None:
    test = """
        import asyncio, threading, time
        async def wait():
            loop, future = asyncio.get_running_loop(), asyncio.get_running_loop().create_future()
            def wake(): loop.call_soon_threadsafe(future.set_result, None)
            threading.Timer(2, wake).start()
            await future
        def test_x(): asyncio.run(wait())
    """
    answer = run({"test_a.py": test}, isolation=isolation)
    assert (answer["outcome"], answer["hang"]) == ("finished", None)


def test_an_event_loop_woken_by_threads_that_end_at_once_is_not(run: Run, isolation: str) -> None:
    test = """
        import asyncio, threading
        async def wait(loop):
            for _ in range(1000):
                future = loop.create_future()
                wake = lambda: loop.call_soon_threadsafe(future.set_result, None)
                threading.Thread(target=wake).start()
                await future
        def test_x(): asyncio.run(wait_here())
        async def wait_here(): await wait(asyncio.get_running_loop())
    """
    answer = run({"test_a.py": test}, isolation=isolation)
    assert (answer["outcome"], answer["hang"]) == ("finished", None)


@pytest.mark.parametrize("isolation", ["cold", "warm"])
def test_collection_that_does_not_end(run: Run, isolation: str) -> None:
    files = {"test_a.py": "import time\ntime.sleep(1000)"}
    answer = run(files, limits={"startup": 2}, isolation=isolation)
    assert hang(answer) == ("timeout", "startup", None)


def test_threads_that_keep_the_process_are_proven(run: Run, isolation: str) -> None:
    test = """
        import threading
        def test_x(): threading.Thread(target=threading.Event().wait).start()
    """
    answer = run({"test_a.py": test}, limits=SHORT, isolation=isolation)
    assert hang(answer) == ("timeout", "exit", "threads")
    assert outcomes(answer) == {"test_x": "passed"}


def test_threads_that_end_are_waited_for(run: Run, isolation: str) -> None:
    test = """
        import threading, time
        def test_x(): threading.Thread(target=time.sleep, args=(0.5,)).start()
    """
    answer = run({"test_a.py": test}, isolation=isolation)
    assert (answer["outcome"], answer["exitStatus"], answer["hang"]) == ("finished", 0, None)


@pytest.mark.parametrize(
    "hook",
    ["atexit.register(time.sleep, 1000)", "def pytest_unconfigure(): time.sleep(1000)"],
    ids=["atexit", "unconfigure"],
)
def test_an_exit_that_does_not_end(run: Run, hook: str) -> None:
    files = {"conftest.py": f"import atexit, time\n{hook}", "test_a.py": "def test_x(): pass"}
    assert hang(run(files, limits=SHORT)) == ("timeout", "exit", None)


@pytest.mark.parametrize("how", ["swallowed later", "raised"])
def test_memory_has_an_end(run: Run, isolation: str, how: str) -> None:
    test = """
        def test_x():
            try:
                hoard = [bytes(10**7) for n in range(10**6)]
            except MemoryError as problem:
                raise {0}
    """.format("RuntimeError from problem" if how == "swallowed later" else "")
    answer = run({"test_a.py": test}, limits={"memory": 1 << 30}, isolation=isolation)
    assert answer["outcome"] == "memory"


DESCENDANTS = """
    import os, pathlib, subprocess, time
    def note(pid): pathlib.Path("pids").open("a").write(f"{pid}\\n")
    def test_x():
        for new_session in (False, True):
            note(subprocess.Popen(["sleep", "1000"], start_new_session=new_session).pid)
        if os.fork() == 0:  # a daemon, as daemons are made
            os.setsid()
            if os.fork() == 0:
                note(os.getpid())
                time.sleep(1000)
            os._exit(0)
        while len(pathlib.Path("pids").read_text().split()) < 3: time.sleep(0.01)
"""


def alive(pids: list[int]) -> list[int]:
    """Those of the processes that run, zombies left out."""
    states = {pid: Path(f"/proc/{pid}/stat") for pid in pids}
    return [
        pid for pid, stat in states.items() if stat.exists() and stat.read_text().split()[2] != "Z"
    ]


@pytest.mark.parametrize("end", ["passes", "hangs", "crashes"])
def test_descendants_go_with_the_run_wherever_they_went(
    start: Start, isolation: str, end: str
) -> None:
    last = {"passes": "", "hangs": "time.sleep(1000)", "crashes": "os._exit(1)"}[end]
    worker = start({"test_a.py": DESCENDANTS + f"        {last}\n"}, [])
    worker.run(limits=SHORT, isolation=isolation)
    pids = [int(pid) for pid in (worker.root / "pids").read_text().split()]
    assert len(pids) == 3
    assert alive(pids) == []
    assert worker.run("--version")["exitStatus"] == 0


SLEEPS = """
    import os, pathlib, time
    def test_x():
        pathlib.Path("pid").write_text(str(os.getpid()))
        time.sleep(1000)
"""


@pytest.fixture
def running(start: Start, isolation: str) -> Iterator[tuple[Worker, int]]:
    """A worker in the middle of a run, and the process that runs the test."""
    worker = start({"test_a.py": SLEEPS}, [])
    worker.start(isolation=isolation, limits={"otherTest": {"wall": 900, "cpu": 900}})
    pid = worker.root / "pid"
    while not pid.exists() or not pid.read_text():
        time.sleep(0.01)
    yield worker, int(pid.read_text())


def test_a_run_can_be_cancelled(running: tuple[Worker, int]) -> None:
    worker, pid = running
    worker.tell(op="cancel")
    answer = worker.hear()
    assert (answer["outcome"], answer["cancelled"]) == ("crashed", True)
    assert alive([pid]) == []
    assert worker.run("--version")["exitStatus"] == 0


def test_all_ends_when_java_goes(running: tuple[Worker, int]) -> None:
    worker, pid = running
    worker.close()
    assert alive([pid]) == []


def test_all_ends_when_the_supervisor_is_killed(running: tuple[Worker, int]) -> None:
    worker, pid = running
    os.kill(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    while alive([pid]):
        time.sleep(0.01)


def test_a_run_whose_zygote_is_killed_is_lost_and_another_can_be_prepared(start: Start) -> None:
    test = "import os, signal\ndef test_x(): os.kill(os.getppid(), signal.SIGKILL)"
    worker = start({"test_a.py": test, "test_b.py": "def test_y(): pass"}, [])
    assert worker.run("test_a.py", isolation="warm")["outcome"] == "lost"
    assert worker.run("test_b.py", isolation="warm")["outcome"] == "lost"
    assert worker.prepare([])["warm"]
    assert worker.run("test_b.py", isolation="warm")["outcome"] == "finished"
