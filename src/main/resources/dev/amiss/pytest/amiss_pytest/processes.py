"""Starting, confining, measuring and ending the processes of a run."""

from __future__ import annotations

import functools
import os
import resource
import signal
import sys
import time
from typing import Any, NamedTuple, Optional

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_LINUX = sys.platform.startswith("linux")
_PAGE = resource.getpagesize()
_TICKS = os.sysconf("SC_CLK_TCK")
# Unlike the maximum resident size of Linux, that of macOS is in bytes.
_MAX_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_SWEEP_SECONDS = 30.0


class Exit(NamedTuple):
    """How a process ended, and what it and the processes it waited for took."""

    code: Optional[int]
    signal: Optional[int]
    cpu_seconds: float
    max_rss_bytes: int

    @staticmethod
    def of(status: int, usage: resource.struct_rusage) -> Exit:
        """From what ``wait4`` answers."""
        return Exit(
            os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            round(usage.ru_utime + usage.ru_stime, 6),
            usage.ru_maxrss * _MAX_RSS_UNIT,
        )


@functools.lru_cache
def _library() -> Any:
    import ctypes  # not needed by cold runs, which the supervisor confines

    return ctypes.CDLL(None, use_errno=True)


def _prctl(option: int, value: int) -> None:
    if _LINUX:
        _library().prctl(option, value, 0, 0, 0)


def ready_to_fork() -> None:
    """Loads what confining takes, so that not every fork has to."""
    if _LINUX:
        _library()


def adopt_orphans() -> None:
    """Makes descendants whose parent has gone children of this process."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with(parent: int) -> None:
    """Asks the kernel to kill this process when its parent goes."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it went before we could ask


def confine(parent: int, memory: int | None, output: int) -> None:
    """Gives this process a session of its own, a cap on its memory, and its standard files."""
    os.setsid()
    die_with(parent)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        cap_memory(memory)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(source, target)
    os.close(nothing)


def cap_memory(memory: int) -> None:
    """Caps the address space of this process, in bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    cap = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    except (OSError, ValueError):
        if _LINUX:
            raise  # macOS knows the name of this limit but refuses to set it


def default_signals() -> None:
    """Undoes, right before an exec, what interpreters ignore; handlers end by themselves."""
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)


def address_space(pid: int | str = "self") -> int:
    """Bytes of address space of a process; 0 where that cannot be known."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[0]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def cpu_seconds(pid: int) -> float | None:
    """CPU seconds of a live process, all threads; None where that cannot be known."""
    fields = _stat(pid)
    return None if fields is None else (int(fields[11]) + int(fields[12])) / _TICKS


def _stat(pid: int) -> list[bytes] | None:
    """The fields of /proc/PID/stat from the third (state) on."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()
    except OSError:
        return None


def stuck(pid: int, waiting: set[int]) -> Optional[int]:
    """Whether all threads of a process wait for ever, and for one another if for anything.

    ``waiting`` are threads that wait for others of the process, as they have said themselves. The
    answer is how often they have been switched so far: the same a while later, it is certain. None
    where any thread can go on, or where that cannot be known.
    """
    switches = 0
    try:
        for thread in map(int, os.listdir(f"/proc/{pid}/task")):
            folder = f"/proc/{pid}/task/{thread}"
            if _read(f"{folder}/children").strip():
                return None
            if thread not in waiting and not _waits_for_lock(_read(f"{folder}/syscall")):
                return None
            status = dict(line.split(b":", 1) for line in _read(f"{folder}/status").splitlines())
            if status[b"State"].split()[0] != b"S":
                return None
            switches += int(status[b"voluntary_ctxt_switches"])
    except (OSError, KeyError, ValueError):
        return None
    return switches


def _waits_for_lock(syscall: bytes) -> bool:
    """Whether a system call is that of a lock of this process, without a limit of time."""
    number = {"x86_64": b"202", "aarch64": b"98"}.get(os.uname().machine)
    fields = syscall.split()
    private = 0x80
    return (
        len(fields) > 4
        and fields[0] == number
        and bool(int(fields[2], 16) & private)
        and int(fields[4], 16) == 0
    )


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _children() -> dict[int, list[int]]:
    """Live and dead children by parent, of all processes of the machine that can be seen."""
    children: dict[int, list[int]] = {}
    if _LINUX:
        for name in os.listdir("/proc"):
            fields = _stat(int(name)) if name.isdigit() else None
            if fields is not None:
                children.setdefault(int(fields[1]), []).append(int(name))
    return children


def _descendants(pid: int, children: dict[int, list[int]]) -> list[int]:
    found = list(children.get(pid, ()))
    for child in found:
        found.extend(children.get(child, ()))
    return found


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def kill_group(leader: int) -> None:
    """Kills every process of a group, if there still is one."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def kill_tree(leader: int) -> None:
    """Kills a process, its group, and its descendants wherever they moved to."""
    descendants = _descendants(leader, _children())
    kill_group(leader)
    _kill(leader)
    for pid in descendants:
        _kill(pid)


def sweep(spare: frozenset[int]) -> None:
    """Kills and reaps what is left of a run whose leader has gone: all children but the spared.

    A killed parent hands its children to us (see ``adopt_orphans``), so go on until none comes.
    """
    deadline = time.monotonic() + _SWEEP_SECONDS
    while _reap(spare) and time.monotonic() < deadline:
        children = _children()
        for child in children.get(os.getpid(), ()):
            if child not in spare:
                for pid in (child, *_descendants(child, children)):
                    _kill(pid)
        time.sleep(0.002)


def _reap(spare: frozenset[int]) -> bool:
    """Reaps dead children that nobody waits for; whether other children are left."""
    if not _LINUX:
        return False
    left = [pid for pid in _own_children() if pid not in spare]
    for pid in left:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            pass
    return bool(left) and any(pid not in spare for pid in _own_children())


def has_children() -> bool:
    """Whether this process has any child, dead ones that nobody waited for included."""
    return bool(_own_children())


def _own_children() -> list[int]:
    try:
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:  # a kernel built without that file
        return _children().get(os.getpid(), [])
