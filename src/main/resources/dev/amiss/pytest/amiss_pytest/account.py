"""What is known of a run so far, and the answer that it becomes."""

from __future__ import annotations

import json
from typing import Any, Optional

from amiss_pytest.processes import Exit

# The exit codes of pytest for its own errors and for wrong usage.
_PYTEST_FAILED = (3, 4)
# Where tests share an id the id gets what comes first here.
_WORST_FIRST = ("error", "failed", "xpassed", "passed", "xfailed", "skipped")
# Memory counts as used up when this part of what is allowed was seen in use.
_NEARLY = 0.9
_LISTS = ("missing", "collected", "spawned", "wrongModules", "modules", "late")
_MOST_WARNINGS = 1000


class Account:
    """Gathers the events of one run."""

    def __init__(self, request: dict[str, Any]) -> None:
        self._full = request["report"] == "full"
        self._memory_limit: Optional[int] = request["limits"]["memory"]
        self._tests: dict[str, dict[str, Any]] = {}
        self._failures: list[dict[str, Any]] = []
        self._warnings: list[dict[str, Any]] = []
        self._switched_off: list[str] = []
        self._lists: dict[str, list[Any]] = {}
        self._observed: Optional[dict[str, Any]] = None
        self._ran = 0
        self._out_of_memory = False
        self._interrupted: Optional[str] = None
        self._refused: Optional[str] = None
        self._unfit: Optional[str] = None
        self._turned: Optional[int] = None
        self._over = False
        self.during: Optional[str] = None
        self.waited_for: list[str] = []
        # For how long the event loop that was last heard of can only wait for a timer.
        self.asleep = 0.0
        # Threads with an event loop that only another thread of the process can wake.
        self.waiting: set[int] = set()
        self.peak_address_space = 0

    def add(self, line: bytes) -> str:
        """Takes one event and answers its kind."""
        kind, *values = json.loads(line.decode("ascii", "replace"))  # guessing takes its time
        if kind == "start":
            self.during = values[0]
            self._ran += 1
        elif kind == "end":
            self.during = None
            self._ended(*values)
        elif kind == "failure":
            self._failures.append(dict(zip(("id", "when", "message", "exception"), values)))
        elif kind == "warning":
            self._warnings += values[: _MOST_WARNINGS - len(self._warnings)]
        elif kind == "switchedOff":
            self._switched_off += values
        elif kind == "observed":
            self._observed = values[0]
        elif kind == "memory":
            self._out_of_memory = True
        elif kind == "interrupted":
            self._interrupted = values[0]
        elif kind == "refused":
            self._refused = values[0]
        elif kind == "unfit":
            self._unfit = values[0]
        elif kind == "turned":
            self._turned = values[0]
        elif kind == "over":
            self._over = True
        elif kind == "exiting":
            self.waited_for = values[0]
        elif kind == "asleep":
            self.asleep = values[0]
        elif kind == "waiting":
            self.waiting.add(values[0])
        elif kind == "waited":
            self.waiting.discard(values[0])
        elif kind == "joined":
            self.waited_for = []
        elif kind in _LISTS:
            self._lists[kind] = values[0]
        return str(kind)

    def refuse(self, reason: str) -> None:
        """The run could not start."""
        self._refused = reason

    def _ended(self, test: str, outcome: str, wall: float, cpu: float) -> None:
        known = self._tests.get(test)
        if known is None:
            self._tests[test] = {"id": test, "outcome": outcome, "seconds": wall, "cpuSeconds": cpu}
            return
        known["outcome"] = min(known["outcome"], outcome, key=_WORST_FIRST.index)
        known["seconds"] += wall
        known["cpuSeconds"] += cpu

    def answer(
        self, end: Exit, hang: Optional[dict[str, Any]], cancelled: bool, seconds: float
    ) -> dict[str, Any]:
        """The fields of ``done`` but for ``op`` and ``id``."""
        tests = [
            test
            for test in self._tests.values()
            if self._full or test["outcome"] in ("failed", "error")
        ]
        answer: dict[str, Any] = {
            "outcome": self._outcome(end, hang, cancelled),
            "reason": self._refused or self._unfit,
            "exitStatus": end.code,
            "signal": end.signal,
            "tests": tests,
            "ran": self._ran,
            "during": self.during,
            "failures": self._failures,
            "interrupted": self._interrupted,
            "hang": hang,
            "warnings": self._warnings,
            "writes": None,
            "switchedOff": list(dict.fromkeys(self._switched_off)),
            "missing": self._lists.get("missing", []),
            "spawned": self._lists.get("spawned", []),
            "wrongModules": self._lists.get("wrongModules", []),
            "seconds": round(seconds, 6),
            "cpuSeconds": end.cpu_seconds,
            "maxRssBytes": end.max_rss_bytes,
            "turned": self._turned,
            "observed": self._observed,
        }
        if self._full:
            answer["collected"] = self._lists.get("collected", [])
            answer["modules"] = self._lists.get("modules", [])
            answer["lateModules"] = self._lists.get("late", [])
        if cancelled:
            answer["cancelled"] = True
        return answer

    def _outcome(self, end: Exit, hang: Optional[dict[str, Any]], cancelled: bool) -> str:
        if self._refused is not None:
            return "refused"
        if self._unfit is not None:
            return "unfit"
        if cancelled:
            return "crashed"
        nearly_full = (
            self._memory_limit is not None
            and self.peak_address_space >= _NEARLY * self._memory_limit
        )
        if self._out_of_memory or (nearly_full and (hang or end.signal)):
            return "memory"
        if hang:
            return "timeout"
        if not self._over or end.code is None or end.code in _PYTEST_FAILED:
            return "crashed"
        return "finished"
