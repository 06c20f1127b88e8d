"""One run from start to end: its process, the deadlines, and what Java says meanwhile."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from typing import Any, Optional, Protocol

from amiss_pytest import processes
from amiss_pytest.account import Account
from amiss_pytest.processes import Exit

# How often CPU time and memory are looked at.
_TICK = 0.1
# A test that is late and has been using this part of a processor may be late for some times longer.
_BUSY = 0.2
_PATIENCE_WITH_BUSY = 4
# What the process proves itself.
_TOLD = ("deadlock", "asleep")
# That is proven when it is reported; this is only for what was already on its way.
_AFTER_PROOF = 0.3
# All threads must have been seen waiting, and none of them moving, for so long.
_STILL = 0.4
# After this a killed process that is still there is left to the kernel.
_UNKILLABLE = 10.0


class Child(Protocol):
    """A started process that is becoming pytest."""

    pid: int

    def fileno(self) -> int:
        """Readable when the process may have ended."""

    def poll(self) -> Optional[Exit]:
        """How the process ended; None while it runs."""

    def leave(self) -> None:
        """Nobody watches it any more, whether it was seen to end or not."""


class _Phase:
    """What the run is at, since when, and how long it may take."""

    def __init__(
        self, name: str, wall: float, cpu: Optional[float] = None, longest: Optional[float] = None
    ) -> None:
        self.name = name
        self.wall = wall
        self.cpu = cpu
        self.longest = longest
        self.since = time.monotonic()
        self.cpu_before = 0.0

    def seconds(self) -> float:
        return time.monotonic() - self.since


class Run:
    """Watches one child until it and all that it started are gone."""

    def __init__(self, request: dict[str, Any], child: Child, events: int) -> None:
        self._limits: dict[str, Any] = request["limits"]
        self._account = Account(request)
        self._child = child
        self._events = events
        self._unread = b""
        self._began = time.monotonic()
        self._phase = _Phase("startup", self._limits["startup"])
        self._hang: Optional[dict[str, Any]] = None
        self._switches: Optional[int] = None
        self._still_since = 0.0
        self._kill_at: Optional[float] = None
        self._killed = False
        self._cancelled = False
        os.set_blocking(events, False)

    def watch(self, java: int, hear: Callable[[], bool]) -> dict[str, Any]:
        """Waits for the end; ``hear`` reads from ``java`` and says whether to cancel."""
        waiting = [self._child.fileno(), self._events, java]
        look_at = time.monotonic() + _TICK
        patience = 0.0  # a short run may be over before anybody waits for it
        while True:
            ready, _, _ = select.select(waiting, [], [], patience)
            may_have_ended = patience == 0 or waiting[0] in ready
            end = self._child.poll() if may_have_ended else None
            if not self._read_events() and self._events in waiting:
                waiting.remove(self._events)
            if end is not None:
                return self._finished(end)
            if java in ready and hear():
                self._cancelled = True
                self._kill()
            if self._killed and time.monotonic() - (self._kill_at or 0) > _UNKILLABLE:
                return self._finished(Exit(None, 9, 0.0, 0))
            if time.monotonic() >= look_at:  # not for each event: looking means reading files
                self._check_limits()
                look_at = time.monotonic() + _TICK
            patience = max(0.0, look_at - time.monotonic())

    def _finished(self, end: Exit) -> dict[str, Any]:
        while self._events_left():
            pass
        return self._account.answer(
            end, self._hang, self._cancelled, time.monotonic() - self._began
        )

    # Events

    def _events_left(self) -> bool:
        before = len(self._unread)
        return self._read_events() and len(self._unread) != before

    def _read_events(self) -> bool:
        """Takes what has come; false at the end of the pipe."""
        try:
            data = os.read(self._events, 1 << 20)
        except BlockingIOError:
            return True
        *lines, self._unread = (self._unread + data).split(b"\n")
        for line in lines:
            self._happened(self._account.add(line))
        return bool(data)

    def _happened(self, kind: str) -> None:
        if self._hang is not None and self._hang["proof"] in _TOLD and not self._killed:
            self._hang = self._kill_at = None  # it moved after all
        if kind == "start":
            self._test_started()
        elif kind == "end":
            self._phase = _Phase("startup", self._limits["startup"])
        elif kind == "finishing":
            self._phase = _Phase("exit", self._limits["exit"])
        elif kind == "deadlock" or (kind == "asleep" and self._sleeps_too_long()):
            self._hangs(kind)
            self._kill_at = time.monotonic() + _AFTER_PROOF

    def _sleeps_too_long(self) -> bool:
        longest = self._phase.longest
        return longest is not None and self._phase.seconds() + self._account.asleep > longest

    def _test_started(self) -> None:
        limits = self._limits["perTest"].get(self._account.during, self._limits["otherTest"])
        self._phase = _Phase("test", limits["wall"], limits["cpu"], limits["longest"])
        self._phase.cpu_before = processes.cpu_seconds(self._child.pid) or 0.0

    # Limits

    def _check_limits(self) -> None:
        if self._killed:
            return
        if self._kill_at is not None:
            if time.monotonic() >= self._kill_at:
                self._kill()
            return
        size = processes.address_space(self._child.pid)
        self._account.peak_address_space = max(self._account.peak_address_space, size)
        proof = "deadlock" if self._stuck() else self._exceeded()
        if proof is not None:
            self._hangs(proof or None)
            self._kill()

    def _stuck(self) -> bool:
        """Whether no thread has moved for a while, and none ever will."""
        if not self._account.waiting:
            self._switches = None
            return False
        switches = processes.stuck(self._child.pid, self._account.waiting)
        if switches is None or switches != self._switches:
            self._switches, self._still_since = switches, time.monotonic()
        return switches is not None and time.monotonic() - self._still_since > _STILL

    def _exceeded(self) -> Optional[str]:
        """None while the phase keeps its limits, else the proof of a hang, empty if just late."""
        phase = self._phase
        spent = self._cpu_spent(phase)
        if phase.cpu is not None and spent > phase.cpu:
            return "cpu"
        seconds = phase.seconds()
        if seconds < phase.wall:
            return None
        if spent >= _BUSY * seconds and seconds < _PATIENCE_WITH_BUSY * phase.wall:
            return None  # it spins, on a machine it shares: its CPU limit will prove that
        return "threads" if phase.name == "exit" and self._account.waited_for else ""

    def _cpu_spent(self, phase: _Phase) -> float:
        if phase.cpu is None:
            return 0.0
        return (processes.cpu_seconds(self._child.pid) or 0.0) - phase.cpu_before

    def _hangs(self, proof: Optional[str]) -> None:
        self._hang = {
            "test": self._account.during,
            "phase": self._phase.name,
            "proof": proof,
            "seconds": round(self._phase.seconds(), 3),
        }

    def _kill(self) -> None:
        self._killed = True
        self._kill_at = time.monotonic()
        processes.kill_tree(self._child.pid)
