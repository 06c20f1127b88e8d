"""Runs the same drop-await mutants of a project cold and hot, and compares the CPU time they take.

    amiss list PROJECT --all --json > mutants.json
    src/bench/isolation PROJECT mutants.json --python PYTHON [--sample N] [--workers 2] -- PYTEST-ARGS

Each mutant is judged by the tests that reach it, in suite order, up to the first failure: cold in a
fresh interpreter, hot by the await switch, and hot by the code swap. The floor is what the fastest
way could take: a fork that ends before its first test, and the CPU time of those tests' own protocol.
What the supervisor and the process that is forked take counts as well; amiss's Java side does not.
Mutants that any of the ways calls a hang are counted apart: their cost is the deadline's.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, Optional

ROOT = Path(__file__).resolve().parents[3]
SUPERVISOR = ROOT / "src/main/resources/dev/amiss/pytest/amiss_pytest/supervisor.py"
sys.path.insert(0, str(ROOT / "sample-projects"))

from oracle import LEFT_OUT, apply_patch  # noqa: E402

Answer = dict[str, Any]
# Of mutants where cold is fewer times hot than this, the shares are printed.
LEAST = 4
# With how many runs one worker is compared with several, at least about.
RUNS = 100


class Mutant(NamedTuple):
    """A dropped await: which of its file, and how to plant it."""

    id: str
    file: str
    ordinal: int
    patch: bytes


class Sample(NamedTuple):
    """What one mutant took, in CPU seconds, and what each way called it."""

    mutant: Mutant
    cold: float
    switch: float
    swap: Optional[float]
    floor: float
    verdicts: tuple[str, str, str]

    def hangs(self) -> bool:
        return "timeout" in self.verdicts

    def ratio(self) -> float:
        """How many times as much as hot it takes cold."""
        return self.cold / self.switch

    def limit(self) -> float:
        """The ratio if a hot run took no more than the floor: than its tests, that is."""
        return self.cold / self.floor


def cpu_seconds(pid: int) -> float:
    """CPU seconds of a live process, those of its dead children left out."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


class Worker:
    """A copy of the project and a supervisor that runs its tests there."""

    def __init__(self, project: Path, python: str, args: list[str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        folder = Path(self._folder.name)
        self.project, self.args = project, args
        self.root = folder / project.name
        shutil.copytree(project, self.root, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
        (folder / "t").mkdir()
        self._log = str(folder / "log")
        self._process = subprocess.Popen(
            [python, "-B", str(SUPERVISOR)],
            cwd=self.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(folder / "supervisor.log").open("w"),
        )
        places = {"root": str(self.root), "original": str(project), "tmp": str(folder / "t")}
        self.ready = self._ask(op="prepare", version=1, warm=None, **places)

    def _ask(self, **request: Any) -> Answer:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write((json.dumps(request) + "\n").encode())
        self._process.stdin.flush()
        answer: Answer = json.loads(self._process.stdout.readline())
        return answer

    def collect(self, awaits: dict[str, int], late: list[str]) -> Answer:
        """Starts what hot runs are forked from."""
        request = {"args": self.args, "deselect": [], "files": awaits, "log": self._log}
        request["late"] = late
        return self._ask(op="collect", seconds=300, **request)

    def run(self, isolation: str, mutant: Optional[Mutant] = None, **fields: Any) -> Answer:
        """One run; what it took besides the run's own processes is added to its CPU seconds."""
        before = self._overhead()
        if mutant is not None:
            apply_patch(self.root, mutant.patch)
        request = {
            "op": "run",
            "id": 1,
            "isolation": isolation,
            "args": self.args,
            "deselect": [],
            "replaced": [mutant.file] if mutant else [],
            "log": self._log,
            "limits": {
                "perTest": {},
                "otherTest": {"wall": 5, "cpu": 5, "longest": 30},
                "startup": 60,
                "exit": 30,
                "memory": 4 << 30,
            },
            **fields,
        }
        try:
            answer = self._ask(**request)
        finally:
            if mutant is not None:
                shutil.copyfile(self.project / mutant.file, self.root / mutant.file)
        supervisor, others = (now - then for now, then in zip(self._overhead(), before))
        answer["overhead"], answer["forking"] = supervisor + others, others
        return answer

    def _overhead(self) -> tuple[float, float]:
        """Of the supervisor, and of the processes that live as long as it does and are forked."""
        pid = self._process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return cpu_seconds(pid), sum(map(cpu_seconds, map(int, children)))

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._folder.cleanup()


def read(listing: Path) -> tuple[list[Mutant], dict[str, int]]:
    """The dropped awaits of ``amiss list --all --json``, and how many awaits each file has."""
    entries = json.loads(listing.read_text(encoding="utf-8"))
    sites: dict[str, set[tuple[int, int]]] = {file: set() for file in entries["files"]}
    drops = [m for m in entries["mutants"] if m["operator"] == "drop-await"]
    for entry in drops:
        sites[entry["file"]].add((entry["line"], entry["column"]))
    mutants = []
    for entry in drops:
        if entry["status"] != "ignored":
            place = (entry["line"], entry["column"])
            ordinal = sorted(sites[entry["file"]]).index(place)
            patch = entry["patch"].encode(entry["patchEncoding"] or "utf-8")
            mutants.append(Mutant(entry["id"], entry["file"], ordinal, patch))
    return mutants, {file: len(found) for file, found in sites.items()}


def verdict(answer: Answer) -> str:
    """In amiss's words, as far as one run goes."""
    if answer["outcome"] in ("timeout", "memory"):
        return "timeout"
    if answer["outcome"] in ("unfit", "lost", "refused"):
        return str(answer["outcome"])
    passed = answer["outcome"] == "finished" and answer["exitStatus"] == 0
    return "survived" if passed else "killed"


class Bench:
    """The reach of each mutant, and the runs of each."""

    def __init__(self, worker: Worker, awaits: dict[str, int]) -> None:
        self._worker = worker
        seen = worker.run("cold", observe={"files": awaits}, report="full", select=None)
        assert seen["exitStatus"] == 0, f"the suite is red: {seen['failures'][:3]}"
        self._tests = [test["id"] for test in seen["tests"]]
        self._seen = seen["observed"]["files"]
        collected = worker.collect(awaits, seen["lateModules"])
        assert collected["hotRefused"] is None, f"no hot runs here: {collected['hotRefused']}"
        if collected["lateRefused"] is not None:
            print(f"each run imports by itself what its end takes: {collected['lateRefused']}")
        self._end_at_once()
        self._fork = statistics.mean(self._end_at_once() for _ in range(20))

    def _end_at_once(self) -> float:
        """What a fork takes, of who forks as well, that is asked for an await that there is not."""
        file = next(iter(self._seen))
        switch = {"file": file, "await": 10**9, "raise": False}
        answer = self._worker.run("hot", select=[], switch=switch, report="brief")
        assert answer["outcome"] == "unfit"
        return float(answer["cpuSeconds"] + answer["forking"])

    def selection(self, mutant: Mutant) -> list[str]:
        """The tests that reach it; empty too where it is reached before the first."""
        site = self._seen[mutant.file]["awaits"].get(str(mutant.ordinal))
        if site is None or site["tests"] == "all":
            return []
        return [self._tests[index] for index in site["tests"]]

    def hot(self, mutant: Mutant, report: str = "brief", **how: Any) -> Answer:
        fields = {"select": self.selection(mutant), "stopAtFirstFailure": True, "report": report}
        return self._worker.run("hot", mutant, **fields, **how)

    def switched(self, mutant: Mutant, report: str = "brief") -> Answer:
        switch = {"file": mutant.file, "await": mutant.ordinal, "raise": False}
        return self.hot(mutant, report, switch=switch)

    def sample(self, mutant: Mutant) -> Sample:
        selected = self.selection(mutant)
        cold = self._worker.run(
            "cold", mutant, select=selected, stopAtFirstFailure=True, report="brief"
        )
        switch, swap = self.switched(mutant), self.hot(mutant, swap=True)
        full = self.switched(mutant, "full")
        tests = sum(test["cpuSeconds"] for test in full["tests"])
        fits = swap["outcome"] != "unfit"
        return Sample(
            mutant,
            cold["cpuSeconds"] + cold["overhead"],
            switch["cpuSeconds"] + switch["overhead"],
            swap["cpuSeconds"] + swap["overhead"] if fits else None,
            self._fork + tests,
            (verdict(cold), verdict(switch), verdict(swap) if fits else verdict(switch)),
        )


def table(name: str, samples: list[Sample]) -> None:
    """What is known of one project, one line of a Markdown table."""
    hangs = [sample for sample in samples if sample.hangs()]
    timed = [sample for sample in samples if not sample.hangs()]
    swapped = [sample for sample in timed if sample.swap is not None]
    ratios = [sample.ratio() for sample in timed]
    floor = sum(sample.floor for sample in timed)
    swap_floor = sum(sample.floor for sample in swapped)
    print(
        "| project | mutants | hangs | unswappable | cold s | switch s | swap s | floor s ", end=""
    )
    print("| switch/floor | swap/floor | cold/hot median | least | its cold/floor |")
    print("|---" * 13 + "|")
    cells = [
        name,
        str(len(timed)),
        str(len(hangs)),
        str(len(timed) - len(swapped)),
        f"{statistics.mean(s.cold for s in timed):.3f}",
        f"{statistics.mean(s.switch for s in timed):.4f}",
        f"{statistics.mean(s.swap or 0 for s in swapped):.4f}" if swapped else "-",
        f"{floor / len(timed):.4f}",
        f"{sum(s.switch for s in timed) / floor:.2f}",
        f"{sum(s.swap or 0 for s in swapped) / swap_floor:.2f}" if swapped else "-",
        f"{statistics.median(ratios):.1f}",
        f"{min(ratios):.1f}",
        f"{min(timed, key=Sample.ratio).limit():.1f}",
    ]
    print("| " + " | ".join(cells) + " |")
    for sample in timed:
        if sample.ratio() < LEAST:
            print(
                f"below {LEAST}: {sample.mutant.id} cold {sample.cold:.3f} switch {sample.switch:.4f} "
                f"floor {sample.floor:.4f}: cold/hot {sample.ratio():.1f} of {sample.limit():.1f}"
            )
    for sample in samples:
        if len(set(sample.verdicts)) > 1:
            print(f"disagreement: {sample.mutant.id} cold, switch, swap: {sample.verdicts}")


def together(benches: Sequence[Bench], mutants: list[Mutant]) -> tuple[float, float]:
    """CPU seconds a mutant, and mutants a second, where each takes the next that nobody has."""
    left = deque(mutants)

    def work(bench: Bench) -> float:
        cpu = 0.0
        while left:
            try:
                answer = bench.switched(left.popleft())
            except IndexError:  # another was faster
                break
            cpu += answer["cpuSeconds"] + answer["overhead"]
        return cpu

    began = time.monotonic()
    with ThreadPoolExecutor(len(benches)) as threads:
        cpu = sum(threads.map(work, benches))
    return cpu / len(mutants), len(mutants) / (time.monotonic() - began)


def side_by_side(benches: Sequence[Bench], mutants: list[Mutant]) -> None:
    """What all workers do at once, against one of them; on an idle machine only."""
    often = mutants * max(1, RUNS // len(mutants))
    one, all_of_them = together(benches[:1], often), together(benches, often)
    print(f"one worker: {one[0]:.4f} CPU-s a mutant, {one[1]:.1f} mutants a second")
    print(
        f"{len(benches)} workers: {all_of_them[0]:.4f} ({all_of_them[0] / one[0]:.2f} times), "
        f"{all_of_them[1]:.1f} ({all_of_them[1] / one[1]:.2f} times)"
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("project", type=Path)
    parser.add_argument("listing", type=Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1)
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    given = parser.parse_args(words[:end])
    mutants, awaits = read(given.listing)
    workers = [
        Worker(given.project.resolve(), given.python, words[end + 1 :])
        for _ in range(given.workers)
    ]
    try:
        benches = [Bench(worker, awaits) for worker in workers]
        reached = [mutant for mutant in mutants if benches[0].selection(mutant)]
        random.Random(given.seed).shuffle(reached)
        samples = [benches[0].sample(mutant) for mutant in reached[: given.sample]]
        table(given.project.name, samples)
        if given.workers > 1:
            side_by_side(benches, [s.mutant for s in samples if not s.hangs()])
    finally:
        for worker in workers:
            worker.close()


if __name__ == "__main__":
    main()
