"""Starting the child of a run: cold, as a fresh interpreter, or warm or hot, as a fork."""

from __future__ import annotations

import json
import os
import py_compile
import select
import shutil
import signal
import socket
import stat
import sys
import tempfile
from collections.abc import Callable
from typing import IO, Any, Optional

from amiss_pytest import processes
from amiss_pytest.processes import Exit
from amiss_pytest.roots import Roots, python_path
from amiss_pytest.run import Child

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_RUN_FIELDS: dict[str, Any] = {
    "select": None,
    "deselect": [],
    "stopAtFirstFailure": False,
    "observe": None,
    "report": "full",
    "expect": [],
    "switch": None,
    "swap": False,
    "replaced": [],
}


_MOST_ZYGOTES = 6
# How long importing in advance may take.
_ZYGOTE_SECONDS = 300.0

# The request, the other end of the channel, the output.
Files = tuple[int, int, int]


def _refused(reason: str, failed: list[str]) -> dict[str, Any]:
    return {"warm": False, "warmRefused": reason, "preloadFailed": failed}


class _Cold:
    """A child of this process."""

    def __init__(self, pid: int, alarm: int) -> None:
        self.pid = pid
        self._alarm = alarm

    def fileno(self) -> int:
        return self._alarm

    def poll(self) -> Optional[Exit]:
        try:
            os.read(self._alarm, 4096)
        except BlockingIOError:
            pass
        pid, status, usage = os.wait4(self.pid, os.WNOHANG)
        return Exit.of(status, usage) if pid else None

    def leave(self) -> None:
        """Nothing is left to do: what is still there of it is swept up."""


class ZygoteDied(Exception):
    """The process to fork from is no more."""


class _Zygote:
    """A process that forks itself for runs, and its end of a socket."""

    def __init__(self, pid: int, connection: socket.socket) -> None:
        self.pid = pid
        self.connection = connection
        self._dead = False
        self._unread = b""

    def hear(self) -> Optional[dict[str, Any]]:
        """The next message; None once the zygote has died."""
        while b"\n" not in self._unread:
            try:
                data = self.connection.recv(1 << 16)
            except OSError:  # reset, or no answer for too long
                data = b""
            if not data:
                self._dead = True
                return None
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        message: dict[str, Any] = json.loads(line)
        return message

    def has_spoken(self) -> bool:
        """Whether there is a message to hear; what came together with the one before counts too."""
        return b"\n" in self._unread or bool(select.select([self.connection], [], [], 0)[0])

    def fork(self, files: Files) -> int:
        """Has it fork with these files; answers the process id."""
        try:
            socket.send_fds(self.connection, [b"f"], files)
        except OSError:
            self._dead = True
        message = None if self._dead else self.hear()
        if message is None:
            raise ZygoteDied
        return int(message["pid"])

    def alive(self) -> bool:
        """Whether it can still fork."""
        if self._dead:
            return False
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def cpu_seconds(self) -> float:
        """What it took so far, without its forks."""
        return processes.cpu_seconds(self.pid) or 0.0

    def give_up(self) -> None:
        """It is not to be trusted any more: what it says would be about a run of the past."""
        self._dead = True

    def close(self) -> None:
        """Ends it."""
        self.connection.close()
        processes.kill_tree(self.pid)
        os.waitpid(self.pid, 0)


class _Fork:
    """A fork of a zygote, which waits for it."""

    def __init__(self, pid: int, zygote: _Zygote) -> None:
        self.pid = pid
        self._zygote = zygote
        self._has_ended = False

    def fileno(self) -> int:
        return self._zygote.connection.fileno()

    def poll(self) -> Optional[Exit]:
        if not self._zygote.has_spoken():
            return None
        message = self._zygote.hear()
        self._has_ended = True
        if message is None:  # the zygote was killed, and its child with it
            return Exit(None, signal.SIGKILL, 0.0, 0)
        return Exit(*message["end"])

    def leave(self) -> None:
        """The zygote would tell of this fork's end when it is asked for the next one."""
        if not self._has_ended:
            processes.kill_tree(self.pid)
            self._zygote.give_up()


class Children:
    """Starts children for one copy of one project."""

    def __init__(self, prepare: dict[str, Any], wait: Callable[[int, float], None]) -> None:
        """``wait`` returns when a descriptor can be read from, or after some seconds."""
        self._wait = wait
        self._roots = Roots(prepare["root"], prepare["original"])
        self._tmp: str = prepare["tmp"]
        self._alarm = _child_alarm()
        self._session = _compiled(os.path.join(self._tmp, os.path.basename(_PACKAGE)))
        self._zygote: Optional[_Zygote] = None
        self._hot: Optional[_Zygote] = None
        self._hot_folder = os.path.join(self._tmp, "hot")
        self._environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        if "PYTHONPATH" in self._environment:
            self._environment["PYTHONPATH"] = python_path(
                self._environment["PYTHONPATH"], self._roots
            )

    def warm_up(self, warm: Optional[dict[str, Any]]) -> dict[str, Any]:
        """Starts the zygote if asked to; answers the fields of ``ready`` that are about it."""
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None
        if warm is None:
            return {"warm": False, "warmRefused": None, "preloadFailed": []}
        self._preload: list[str] = warm["preload"]
        left_out: set[str] = set()
        for _ in range(_MOST_ZYGOTES):
            zygote = self._start_zygote(left_out)
            self._wait(zygote.connection.fileno(), _ZYGOTE_SECONDS)
            ready = zygote.hear()
            failed = [*ready["preloadFailed"], *sorted(left_out)] if ready else sorted(left_out)
            if ready and ready["threaded"] is None:
                self._zygote = zygote
                return {"warm": True, "warmRefused": None, "preloadFailed": failed}
            zygote.close()
            if not ready:
                return _refused("the process that imports in advance died", failed)
            # All of the package: its other modules would start the same thread.
            package = ready["threaded"].partition(".")[0]
            left_out |= {m for m in (*self._preload, package) if m.partition(".")[0] == package}
        return _refused("importing in advance starts threads", failed)

    def _start_zygote(self, left_out: set[str]) -> _Zygote:
        ours, theirs = socket.socketpair()
        ours.settimeout(_ZYGOTE_SECONDS)
        order = {
            "root": self._roots.root,
            "original": self._roots.original,
            "preload": [module for module in self._preload if module not in left_out],
        }
        with theirs, self._written(order) as file:
            files = (file.fileno(), theirs.fileno(), 2)
            return _Zygote(self._execute("warm", self._environment, files, None), ours)

    def collect(self, request: dict[str, Any]) -> dict[str, Any]:
        """Has a process collect the tests; answers the fields of ``collected``."""
        if self._hot is not None:
            self._hot.close()
            self._hot = None
        empty(self._hot_folder)
        places = self._places(self._hot_folder)
        order = {**_RUN_FIELDS, **request, **places, "observe": {"files": request["files"]}}
        ready = self._start_hot({"late": [], **order})
        unsound = ready.get("unsound")
        if unsound is not None:
            ready = self._start_hot({**order, "late": []})
        return {
            "hotRefused": ready["refused"],
            "tests": ready["tests"],
            "lateRefused": unsound,
            "cpuSeconds": self._hot.cpu_seconds() if self._hot else 0.0,
        }

    def _start_hot(self, order: dict[str, Any]) -> dict[str, Any]:
        ours, theirs = socket.socketpair()
        ours.settimeout(_ZYGOTE_SECONDS)
        environment = dict(self._environment, TMPDIR=order["temporary"])
        with theirs, self._written(order) as file, open(order["log"], "wb") as log:
            files = (file.fileno(), theirs.fileno(), log.fileno())
            zygote = _Zygote(self._execute("hot", environment, files, None), ours)
        try:
            ready = self._ready(zygote, order["seconds"])
            if ready["refused"] is None:
                self._hot = zygote
        finally:
            if self._hot is not zygote:
                zygote.close()
        return ready

    def _ready(self, zygote: _Zygote, seconds: float) -> dict[str, Any]:
        self._wait(zygote.connection.fileno(), seconds)
        if not select.select([zygote.connection], [], [], 0)[0]:
            return {"refused": "collecting the tests does not end", "tests": 0}
        died = {"refused": "the process that collects the tests died", "tests": 0}
        return zygote.hear() or died

    def lost(self, isolation: str) -> bool:
        """Whether there is nothing that such runs could be forked from, or no longer."""
        return isolation != "cold" and self._live(isolation) is None

    def _live(self, isolation: str) -> Optional[_Zygote]:
        """What such runs are forked from; None if there is none, or it was killed."""
        if self._hot is not None and not self._hot.alive():
            self._hot.close()
            self._hot = None
        if self._zygote is not None and not self._zygote.alive():
            self._zygote.close()
            self._zygote = None
        return self._hot if isolation == "hot" else self._zygote

    def folder(self, request: dict[str, Any]) -> str:
        """The folder of a run, which holds its TMPDIR and pytest's cache.

        What hot runs start from knows its folder already, so all of them have the same.
        """
        if request["isolation"] == "hot":
            return self._hot_folder
        folder = os.path.join(self._tmp, str(request["id"]))
        if os.path.lexists(folder):  # of a supervisor before us, which was killed
            remove(folder)
        os.makedirs(os.path.join(folder, "t"))
        return folder

    def _places(self, folder: str) -> dict[str, str]:
        return {
            "root": self._roots.root,
            "original": self._roots.original,
            "temporary": os.path.join(folder, "t"),
            "cache": os.path.join(folder, "c"),
        }

    def start(self, request: dict[str, Any], folder: str) -> tuple[Child, int]:
        """Starts a run's child; answers it and the descriptor that its events come from."""
        for field, default in _RUN_FIELDS.items():
            request.setdefault(field, default)
        zygote = None if request["isolation"] == "cold" else self._live(request["isolation"])
        if zygote is None and request["isolation"] != "cold":
            raise ZygoteDied(f"there is nothing that {request['isolation']} runs are forked from")
        if zygote is not None and request["limits"]["memory"] is not None:
            request["limits"]["memory"] += processes.address_space(zygote.pid)
        output = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        events, sink = os.pipe()
        try:
            places = self._places(folder)
            with self._written({**request, **places}) as file:
                files = (file.fileno(), sink, output)
                if zygote is not None:
                    return _Fork(zygote.fork(files), zygote), events
                return self._start_cold(request, places["temporary"], files), events
        except BaseException:
            os.close(events)
            raise
        finally:
            os.close(sink)
            os.close(output)

    def _written(self, content: dict[str, Any]) -> IO[str]:
        """A file without a name that holds the content."""
        file: IO[str]
        if hasattr(os, "memfd_create"):  # making files takes a third of the time of starting a run
            file = open(os.memfd_create("request"), "w+", encoding="utf-8")
        else:
            file = tempfile.TemporaryFile("w+", encoding="utf-8", dir=self._tmp)
        file.write(json.dumps(content))  # several times as fast as dump()
        file.flush()
        return file

    def _start_cold(self, request: dict[str, Any], temporary: str, files: Files) -> Child:
        environment = dict(self._environment, TMPDIR=temporary)
        return _Cold(
            self._execute("cold", environment, files, request["limits"]["memory"]), self._alarm
        )

    def _execute(
        self, mode: str, environment: dict[str, str], files: Files, memory: Optional[int]
    ) -> int:
        given, channel, output = files
        command = [sys.executable, self._session, mode, str(given), str(channel)]
        parent = os.getpid()
        pid = os.fork()
        if pid:
            return pid
        try:
            processes.confine(parent, memory, output)
            processes.default_signals()
            os.set_inheritable(given, True)
            os.set_inheritable(channel, True)
            os.execve(sys.executable, command, environment)
        except BaseException as problem:
            os.write(channel, (json.dumps(["refused", str(problem)]) + "\n").encode("ascii"))
        finally:
            os._exit(127)

    def zygote_cpu_seconds(self) -> float:
        """What importing in advance took."""
        return self._zygote.cpu_seconds() if self._zygote else 0.0

    def lasting(self) -> frozenset[int]:
        """The processes that outlive a run."""
        return frozenset(zygote.pid for zygote in (self._zygote, self._hot) if zygote is not None)

    def close(self) -> None:
        """Ends what outlived the runs."""
        for zygote in (self._zygote, self._hot):
            if zygote is not None:
                zygote.close()
        self._zygote = self._hot = None


def remove(folder: str) -> None:
    """Removes a run's folder, whatever the tests made of its modes."""
    for path, _, _ in os.walk(folder):
        try:
            os.chmod(path, 0o700)
        except OSError:
            pass
    shutil.rmtree(folder, ignore_errors=True)


def empty(folder: str) -> None:
    """Leaves of a run's folder, or makes, only an empty TMPDIR."""
    temporary = os.path.join(folder, "t")
    if not _is_as_made(temporary):  # hardly ever: most tests make no files
        remove(folder)
        os.makedirs(temporary)


def _is_as_made(folder: str) -> bool:
    """Whether it is empty, and may be written to."""
    try:
        mode = os.lstat(folder).st_mode
        return stat.S_ISDIR(mode) and mode & stat.S_IRWXU == stat.S_IRWXU and not os.listdir(folder)
    except OSError:
        return False


def _compiled(folder: str) -> str:
    """Compiles this package for the children, which must not write bytecode; answers their script.

    Compiling it anew in each child would take a tenth of what a short run takes in all.
    """
    for name in os.listdir(_PACKAGE):
        module, extension = os.path.splitext(name)
        if extension == ".py":
            compiled = os.path.join(folder, f"{module}.pyc")
            py_compile.compile(os.path.join(_PACKAGE, name), cfile=compiled, doraise=True)
    return os.path.join(folder, "session.pyc")


def _child_alarm() -> int:
    """A descriptor that becomes readable when a child of this process ends."""
    alarm, wake_up = os.pipe()
    os.set_blocking(alarm, False)
    os.set_blocking(wake_up, False)
    signal.set_wakeup_fd(wake_up, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return alarm
