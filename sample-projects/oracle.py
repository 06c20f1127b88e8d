#!/usr/bin/env python3
"""Says what plain ``python -m pytest`` says of a mutant. It shares no code with amiss.

    oracle.py expect PROJECT MUTANTS.json --python P [--output expected.json]
                     [--operator ID…] [--keep]
        Judges every mutant of a list, or of some operators, and writes {mutant id: verdict}. With
        --keep what the output says of the mutants of other operators stays. A stage of a mutant is
        judged like a mutant of its own, named "ID STAGE".

    oracle.py check PROJECT RESULTS.json --python P [--sample 40 --seed 1]
        Judges a random sample of the mutants that amiss has judged, and prints where the two
        differ. Ends with 1 where they do.

    oracle.py sites PROJECT [FILE…] [--against LIST.json]
        Prints every await of the files as CPython's own ast sees it, as FILE:LINE:COLUMN (1-based,
        in code points), or compares them with the output of ``amiss list --all --json``.

MUTANTS.json is what ``amiss list --json`` prints, or a list of objects with at least ``id`` and
``patch`` (a unified diff against the project's root); ``file``, ``line`` and ``column`` say where
it is, without which nothing is found not to be covered.

How a mutant is judged. The project is copied afresh, without environments, caches and ``.git``; the
patch is applied exactly; ``python -m pytest`` runs the whole suite in the copy, in a session of
its own, without bytecode, with a temporary folder and an address space of its own. Then it is

    killed       if pytest ends with another status than 0, or a test that passes without the
                 patch is not there any more (a test that is skipped instead is no kill)
    timeout      if it does not end within --timeout (the default is the larger of 45 s and ten
                 times the suite), or if a MemoryError made it fail within --memory
    no-coverage  if it passes, and no test reaches the place: in another fresh copy the unmutated
                 place is made to leave a mark, and after the whole suite there is no mark. The
                 place of drop-await is the await, when it is evaluated. That of any other is
                 every statement whose lines the patch changes, when it is begun, and every
                 function whose head it changes, when that is entered
    survived     if it passes otherwise

The definition of ``no-coverage`` is about evaluation, not about lines or exceptions: a raise
planted there would be swallowed by the very ``except`` that hides the defect.

``--pytest-args=-x`` saves time and changes a verdict in one case only: where one test fails and a
later one hangs, it is ``killed`` and not ``timeout``, as it is for whoever stops at a failure.

Needs a Unix system and Python 3.9 or newer; 3.12 for the places of awaits inside f-strings, which
older versions of ast do not know. The Python that runs the tests may be any other.
"""

from __future__ import annotations

import argparse
import ast
import collections
import concurrent.futures
import contextlib
import dataclasses
import io
import json
import os
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tokenize
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

JUDGED = ("killed", "timeout", "survived", "no-coverage")
LEFT_OUT = {".amiss", ".git", ".hg", ".tox", ".nox", "__pycache__", ".pytest_cache", "node_modules"}


class OracleError(Exception):
    """The question cannot be answered; the message says why."""


# --- mutants --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mutant:
    """A patch and the place it is about."""

    id: str
    patch: bytes
    file: str | None = None
    line: int = 0
    column: int = 0
    status: str | None = None
    operator: str | None = None

    @staticmethod
    def of(entry: dict[str, Any]) -> Iterator[Mutant]:
        """The mutant, and each stage of it that has a patch of its own."""
        encoding = entry.get("patchEncoding") or "utf-8"
        stages = {name: stage for name, stage in (entry.get("stages") or {}).items() if stage}
        for name, stage in {"": entry, **stages}.items():
            if stage.get("patch"):
                yield Mutant(
                    id=entry["id"] + (" " + name if name else ""),
                    patch=stage["patch"].encode("utf-8" if encoding == "utf-8-sig" else encoding),
                    file=entry.get("file"),
                    line=entry.get("line", 0),
                    column=entry.get("column", 0),
                    status=stage.get("status"),
                    operator=entry.get("operator"),
                )


def read_mutants(path: Path) -> list[Mutant]:
    """The mutants of a file that have a patch; the ignored ones have none and are left out."""
    document = json.loads(path.read_text(encoding="utf-8"))
    entries = document["mutants"] if isinstance(document, dict) else document
    planted = (entry for entry in entries if entry.get("status") != "ignored")
    return [mutant for entry in planted for mutant in Mutant.of(entry)]


def apply_patch(root: Path, patch: bytes) -> None:
    """Applies a unified diff exactly: no fuzz, no offset, every byte of the context as it says."""
    lines = patch.split(b"\n")
    at = 0
    applied = False
    while at < len(lines):
        if not lines[at].startswith(b"--- "):
            at += 1
            continue
        if not lines[at + 1].startswith(b"+++ "):
            raise OracleError("the patch names no new file after " + lines[at].decode())
        path = root / _patched_path(lines[at + 1])
        original = path.read_bytes().split(b"\n")
        result: list[bytes] = []
        done = 0
        at += 2
        while at < len(lines) and lines[at].startswith(b"@@ "):
            hunk, at = _hunk(lines, at)
            begin = hunk.start - 1 if hunk.old else hunk.start
            result += original[done:begin]
            done = begin + len(hunk.old)
            if original[begin:done] != hunk.old:
                raise OracleError(f"the patch does not fit {path} at line {hunk.start}")
            result += hunk.new
        path.write_bytes(b"\n".join(result + original[done:]))
        applied = True
    if not applied:
        raise OracleError("the patch names no file")


@dataclass
class _Hunk:
    start: int
    old: list[bytes] = field(default_factory=list)
    new: list[bytes] = field(default_factory=list)


def _hunk(lines: Sequence[bytes], at: int) -> tuple[_Hunk, int]:
    """The hunk whose header is the given line, and the number of the line behind it."""
    header = re.match(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", lines[at])
    if header is None:
        raise OracleError("this is no hunk: " + lines[at].decode(errors="replace"))
    hunk = _Hunk(int(header[1]))
    old = int(header[2] or 1)
    new = int(header[4] or 1)
    at += 1
    while len(hunk.old) < old or len(hunk.new) < new:
        mark, text = lines[at][:1], lines[at][1:]
        if mark in (b" ", b"-", b""):
            hunk.old.append(text)
        if mark in (b" ", b"+", b""):
            hunk.new.append(text)
        at += 1
        if at < len(lines) and lines[at].startswith(b"\\"):
            # "No newline at end of file": splitting at line ends leaves an empty last piece
            # where there is one, so that nothing has to be done where there is none.
            at += 1
    return hunk, at


def changed_lines(patch: bytes) -> dict[str, list[int]]:
    """The lines of the original, by file, that a patch takes away or puts others in the place of."""
    changed: dict[str, list[int]] = {}
    lines = patch.split(b"\n")
    at = 0
    while at < len(lines):
        if lines[at].startswith(b"--- ") and lines[at + 1].startswith(b"+++ "):
            found = changed.setdefault(_patched_path(lines[at + 1]), [])
            at += 2
            while at < len(lines) and lines[at].startswith(b"@@ "):
                begin = at + 1
                hunk, at = _hunk(lines, at)
                number = hunk.start
                for line in lines[begin:at]:
                    if line[:1] == b"-":
                        found.append(number)
                    number += line[:1] in (b"-", b" ", b"")
        else:
            at += 1
    return changed


def _patched_path(line: bytes) -> str:
    """The path in a ``+++ b/path`` line, with git's quoting undone."""
    name = line[4:].split(b"\t")[0].rstrip(b"\r")
    if name.startswith(b'"') and name.endswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    text = name.decode("utf-8")
    return text[2:] if text[:2] in ("a/", "b/") else text


# --- places in the source -------------------------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """A Python file as text, with the lines as Python counts them."""

    text: str
    lines: list[str]
    encoding: str
    newline: str

    @staticmethod
    def read(path: Path) -> Source:
        data = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return Source(text, lines, encoding, "\r\n" if "\r\n" in text else "\n")

    def column(self, line: int, utf8_offset: int) -> int:
        """0-based, in code points, of an offset as ast gives it: 0-based, in bytes of UTF-8."""
        return len(self.lines[line - 1].encode("utf-8")[:utf8_offset].decode("utf-8"))


def await_sites(source: Source) -> tuple[list[tuple[int, int]], int]:
    """1-based (line, column) of every await, and how many more there are with unknown places."""
    sites: list[tuple[int, int]] = []
    unplaced = 0
    for node, placed in _nodes(ast.parse("\n".join(source.lines))):
        if isinstance(node, ast.Await):
            if placed:
                sites.append((node.lineno, source.column(node.lineno, node.col_offset) + 1))
            else:
                unplaced += 1
    return sorted(sites), unplaced


def _nodes(tree: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, and whether its place can be trusted: not in an f-string before Python 3.12."""
    stack = [(tree, True)]
    while stack:
        node, placed = stack.pop()
        yield node, placed
        inside = placed and not (isinstance(node, ast.JoinedStr) and sys.version_info < (3, 12))
        stack.extend((child, inside) for child in ast.iter_child_nodes(node))


def marked(source: Source, line: int, column: int, mark: Path) -> str:
    """The source, with the place made to create the file ``mark`` when it is evaluated.

    The place is an ``await``, or a ``def``, which is marked at the start of its body. Where ast
    does not know the place, because it is in an f-string, the statement around it is marked.
    """
    touch = f"__import__('io').open({str(mark)!r}, 'a').close()"
    tree = ast.parse("\n".join(source.lines))
    for node, placed in _nodes(tree):
        if not placed or not isinstance(node, (ast.Await, ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if (node.lineno, source.column(node.lineno, node.col_offset) + 1) != (line, column):
            continue
        if isinstance(node, ast.Await):
            return _wrapped(source, node, f"({touch}, ", ")[1]")
        return _before(source, node.body[0], touch)
    around = [
        node
        for node, _ in _nodes(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    for node in sorted(around, key=lambda node: node.lineno, reverse=True):
        candidate = _before(source, node, touch)
        with contextlib.suppress(SyntaxError):
            ast.parse(candidate)
            return candidate
    raise OracleError(f"there is no statement at line {line}, column {column}")


def marked_lines(source: Source, numbers: Sequence[int], mark: Path) -> str | None:
    """The source, with what stands on those lines made to create ``mark``; None if nothing runs there.

    What a module does when it is imported is not marked: a class or a name that nobody uses yet
    changes nothing.
    """
    touch = f"__import__('io').open({str(mark)!r}, 'a').close()"
    text = None
    for number in sorted(set(numbers), reverse=True):
        candidate = _marked_line(source, number, touch)
        if candidate is not None:
            text = candidate
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            source = Source(text, lines, source.encoding, source.newline)
    return text


def _marked_line(source: Source, number: int, touch: str) -> str | None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    tree = ast.parse("\n".join(source.lines))
    found: list[ast.stmt] = []
    for function in ast.walk(tree):
        if isinstance(function, functions):
            found += [node for node in ast.walk(function) if isinstance(node, ast.stmt)]
    around = [node for node in found if node.lineno <= number <= (node.end_lineno or node.lineno)]
    for node in sorted(around, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        is_head = isinstance(node, functions) and number < node.body[0].lineno
        candidate = _before(source, node.body[0] if is_head else node, touch)  # type: ignore[attr-defined]
        with contextlib.suppress(SyntaxError):
            ast.parse(candidate)
            return candidate
    return None


def _wrapped(source: Source, node: ast.expr, before: str, after: str) -> str:
    assert node.end_lineno is not None and node.end_col_offset is not None
    lines = list(source.lines)
    end = source.column(node.end_lineno, node.end_col_offset)
    last = lines[node.end_lineno - 1]
    lines[node.end_lineno - 1] = last[:end] + after + last[end:]
    start = source.column(node.lineno, node.col_offset)
    first = lines[node.lineno - 1]
    lines[node.lineno - 1] = first[:start] + before + first[start:]
    return source.newline.join(lines)


def _before(source: Source, node: ast.stmt, text: str) -> str:
    lines = list(source.lines)
    start = source.column(node.lineno, node.col_offset)
    line = lines[node.lineno - 1]
    if line[:start].strip():
        lines[node.lineno - 1] = line[:start] + text + "; " + line[start:]
    else:
        lines.insert(node.lineno - 1, line[:start] + text)
    return source.newline.join(lines)


# --- running pytest -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What one run of pytest did. ``status`` is None where it had to be ended."""

    status: int | None
    seconds: float
    output: str
    passed: frozenset[str]
    present: frozenset[str]


@dataclass(frozen=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: str
    why: str
    output: str


class Oracle:
    """One project, and the way its tests are run."""

    def __init__(
        self,
        project: Path,
        python: str,
        pytest_args: Sequence[str] = (),
        import_roots: Sequence[str] = (),
        timeout: float = 0,
        memory: int = 4 << 30,
        paths: str | None = None,
    ) -> None:
        self.project = project.resolve()
        # Not resolved: a virtual environment is known by the path of its link.
        self.python = os.path.abspath(shutil.which(python) or python)
        self.pytest_args = list(pytest_args)
        self.import_roots = list(import_roots) or (["src"] if (project / "src").is_dir() else [])
        self.timeout = timeout
        self.memory = memory
        self.paths = paths if paths is not None else os.environ.get("PYTHONPATH", "")
        self.baseline: Run | None = None

    def prepare(self) -> Run:
        """Runs the unmutated suite; refuses one that fails, or that tests other files."""
        with self._copy() as copy:
            run = self._run(copy, deadline=3600, probe=True)
            found = copy.parent / "strangers"
            strangers = found.read_text(encoding="utf-8").split("\n") if found.exists() else [""]
        if run.status != 0:
            raise OracleError("the suite fails without any mutant:\n" + run.output[-3000:])
        if strangers != [""]:
            raise OracleError(
                "the tests import the project itself and not its copy: " + ", ".join(strangers[:3])
            )
        with self._copy() as copy:
            again = self._run(copy, deadline=3600)
        if again.status != 0:
            raise OracleError("the suite fails now and then:\n" + again.output[-3000:])
        # A name that changes from run to run (the address of an object, say) means nothing.
        run = dataclasses.replace(run, passed=run.passed & again.passed)
        self.baseline = run
        if not self.timeout:
            self.timeout = max(45.0, 10 * run.seconds)
        return run

    def judge(self, mutant: Mutant) -> Judgement:
        if self.baseline is None:
            self.prepare()
        baseline = self.baseline
        assert baseline is not None
        with self._copy() as copy:
            apply_patch(copy, mutant.patch)
            run = self._run(copy, self.timeout)
        if run.status is None:
            return Judgement("timeout", f"it had not ended after {self.timeout:.0f} s", run.output)
        if run.status != 0:
            if "MemoryError" in run.output:
                return Judgement("timeout", "memory", run.output)
            return Judgement("killed", f"pytest ended with {run.status}", run.output)
        gone = sorted(baseline.passed - run.present)
        if gone:
            return Judgement("killed", f"{gone[0]} is not there any more", run.output)
        if mutant.file and not self._reaches(mutant):
            return Judgement("no-coverage", "nothing evaluates it", run.output)
        return Judgement("survived", "the suite passes", run.output)

    def _reaches(self, mutant: Mutant) -> bool:
        with self._copy() as copy:
            mark = copy.parent / "reached"
            if mutant.operator in (None, "drop-await"):
                source = Source.read(copy / str(mutant.file))
                texts = {str(mutant.file): marked(source, mutant.line, mutant.column, mark)}
            else:
                texts = {
                    name: text
                    for name, numbers in changed_lines(mutant.patch).items()
                    if (text := marked_lines(Source.read(copy / name), numbers, mark)) is not None
                }
            for name, text in texts.items():
                path = copy / name
                path.write_bytes(text.encode(Source.read(path).encoding))
            run = self._run(copy, self.timeout)
            if run.status != 0 and not mark.exists():
                raise OracleError(f"the suite fails with a mark at {mutant.id}:\n{run.output}")
            return mark.exists()

    @contextlib.contextmanager
    def _copy(self) -> Iterator[Path]:
        """A fresh copy, in a folder of its own which also takes what the run leaves behind."""
        folder = Path(tempfile.mkdtemp(prefix="oracle-")).resolve()
        try:
            copy = folder / self.project.name
            shutil.copytree(self.project, copy, symlinks=True, ignore=_left_out)
            yield copy
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run(self, copy: Path, deadline: float, probe: bool = False) -> Run:
        scratch = copy.parent / "tmp"
        scratch.mkdir()
        report = copy.parent / "report.xml"
        command = [self.python, "-m", "pytest", *self.pytest_args, f"--junitxml={report}"]
        if probe:
            (copy.parent / "probe").mkdir()
            (copy.parent / "probe" / "oracle_probe.py").write_text(_PROBE, encoding="utf-8")
            command += ["-p", "oracle_probe"]
        environment = self._environment(copy, probe)
        environment["TMPDIR"] = str(scratch)
        log = copy.parent / "output"
        begin = time.monotonic()
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=copy,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=self._limit_memory,
            )
            status: int | None
            try:
                status = process.wait(deadline)
            except subprocess.TimeoutExpired:
                status = None
            finally:
                # Children that outlive pytest would disturb the next run.
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        passed, present = _outcomes(report)
        text = log.read_text(encoding="utf-8", errors="replace")
        return Run(status, time.monotonic() - begin, text, passed, present)

    def _environment(self, copy: Path, probe: bool) -> dict[str, str]:
        environment = dict(os.environ)
        roots = [str(copy / root) for root in self.import_roots]
        given = [self._in_copy(copy, entry) for entry in self.paths.split(os.pathsep) if entry]
        extra = [str(copy.parent / "probe")] if probe else []
        environment.pop("PYTHONPATH", None)
        if roots or given or extra:
            environment["PYTHONPATH"] = os.pathsep.join([*roots, *given, *extra])
        if probe:
            environment["ORACLE_PROJECT"] = str(self.project)
            environment["ORACLE_STRANGERS"] = str(copy.parent / "strangers")
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        return environment

    def _in_copy(self, copy: Path, entry: str) -> str:
        path = Path(os.path.abspath(self.project / entry))
        with contextlib.suppress(ValueError):
            return str(copy / path.relative_to(self.project))
        return entry

    def _limit_memory(self) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))


_PROBE = '''\
"""Names the modules that came from the project and not from its copy."""

import os
import sys


def pytest_sessionfinish(session):
    project = os.environ["ORACLE_PROJECT"] + os.sep
    files = (getattr(module, "__file__", None) or "" for module in list(sys.modules.values()))
    prefix = os.path.realpath(sys.prefix) + os.sep
    strangers = [
        name
        for name in map(os.path.realpath, filter(None, files))
        if name.startswith(project) and not name.startswith(prefix)
    ]
    with open(os.environ["ORACLE_STRANGERS"], "w", encoding="utf-8") as out:
        out.write("\\n".join(strangers))
'''


def _left_out(folder: str, names: list[str]) -> set[str]:
    environments = {n for n in names if os.path.exists(os.path.join(folder, n, "pyvenv.cfg"))}
    return environments | LEFT_OUT.intersection(names)


def _outcomes(report: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The tests that passed and those that were there, from a JUnit report if one was written."""
    passed = set()
    present = set()
    if report.exists():
        for case in ElementTree.parse(report).iter("testcase"):
            name = f"{case.get('classname')}::{case.get('name')}"
            present.add(name)
            if all(child.tag.startswith("system-") or child.tag == "properties" for child in case):
                passed.add(name)
    return frozenset(passed), frozenset(present)


# --- commands -------------------------------------------------------------------------------------


def judge_all(oracle: Oracle, mutants: Sequence[Mutant], jobs: int) -> dict[str, Judgement]:
    """Judges mutants side by side, and says how far it is on standard error."""
    run = oracle.prepare()
    print(f"{len(run.passed)} tests pass in {run.seconds:.1f} s unmutated", file=sys.stderr)
    judgements: dict[str, Judgement] = {}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        running = {pool.submit(oracle.judge, mutant): mutant for mutant in mutants}
        try:
            for future in concurrent.futures.as_completed(running):
                mutant = running[future]
                judgements[mutant.id] = future.result()
                count = f"[{len(judgements)}/{len(mutants)}]"
                judgement = judgements[mutant.id]
                print(count, mutant.id, judgement.verdict, "-", judgement.why, file=sys.stderr)
        except BaseException:
            for future in running:
                future.cancel()
            raise
    return judgements


def expect(arguments: argparse.Namespace) -> int:
    mutants = [
        mutant
        for mutant in read_mutants(arguments.mutants)
        if not arguments.operator or mutant.operator in arguments.operator
    ]
    judgements = judge_all(_oracle(arguments), mutants, arguments.jobs)
    found = {name: judgement.verdict for name, judgement in judgements.items()}
    if arguments.keep and arguments.output and arguments.output.exists():
        found = {**json.loads(arguments.output.read_text(encoding="utf-8")), **found}
    verdicts = {name: found[name] for name in sorted(found, key=_place)}
    text = json.dumps(verdicts, indent=2, ensure_ascii=False) + "\n"
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def sampled(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """So many of the mutants, the same ones for the same seed; all of them where size is 0."""
    if not 0 < size < len(mutants):
        return mutants
    return random.Random(seed).sample(mutants, size)


def check(arguments: argparse.Namespace) -> int:
    judged = [m for m in read_mutants(arguments.results) if m.status in JUDGED]
    mutants = sampled(judged, arguments.sample, arguments.seed)
    oracle = _oracle(arguments)
    judgements = judge_all(oracle, mutants, arguments.jobs)
    if arguments.output:
        verdicts = {name: judgements[name].verdict for name in sorted(judgements, key=_place)}
        text = json.dumps(verdicts, indent=2, ensure_ascii=False) + "\n"
        arguments.output.write_text(text, encoding="utf-8")
    differing = [m for m in mutants if judgements[m.id].verdict != m.status]
    for mutant in differing:
        first = judgements[mutant.id]
        again = oracle.judge(mutant)
        steady = "" if again.verdict == first.verdict else f", then {again.verdict}: unstable"
        print(f"{mutant.id}: amiss {mutant.status}, pytest {first.verdict}{steady}")
        print("    " + first.why + "\n    " + "\n    ".join(first.output.splitlines()[-8:]))
    pairs = collections.Counter((m.status, judgements[m.id].verdict) for m in mutants)
    for (said, found), count in sorted(pairs.items(), key=str):
        print(f"amiss {said:12} pytest {found:12} {count}")
    detected = ("killed", "timeout")
    both = sum(m.status in detected and judgements[m.id].verdict in detected for m in differing)
    print(
        f"{len(mutants) - len(differing)} of {len(mutants)} verdicts agree"
        + (f"; of the others, {both} are detections by both" if differing else "")
    )
    return 1 if differing else 0


def sites(arguments: argparse.Namespace) -> int:
    listed: dict[str, Any] | None = None
    files = arguments.files
    if arguments.against:
        listed = json.loads(arguments.against.read_text(encoding="utf-8"))
        files = files or listed["files"]
    files = files or _python_files(arguments.project)
    found: set[tuple[str, int, int]] = set()
    unplaced = 0
    for name in files:
        try:
            places, more = await_sites(Source.read(arguments.project / name))
        except (SyntaxError, ValueError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        unplaced += more
        found.update((name, line, column) for line, column in places)
    if unplaced:
        print(f"{unplaced} awaits in f-strings are left out: use 3.12 or newer", file=sys.stderr)
    if listed is None:
        for name, line, column in sorted(found):
            print(f"{name}:{line}:{column}")
        return 0
    ours = set(files)
    theirs = {
        (mutant["file"], mutant["line"], mutant["column"])
        for mutant in listed["mutants"]
        if mutant["operator"] == "drop-await" and mutant["file"] in ours
    }
    for name, line, column in sorted(found - theirs):
        print(f"{name}:{line}:{column} only ast has it")
    for name, line, column in sorted(theirs - found):
        print(f"{name}:{line}:{column} only amiss has it")
    print(f"{len(found)} awaits by ast, {len(theirs)} by amiss, {len(found & theirs)} by both")
    return 0 if found == theirs else 1


def _python_files(project: Path) -> list[str]:
    names = []
    for folder, folders, files in os.walk(project):
        folders[:] = sorted(set(folders) - _left_out(folder, folders))
        names += [str(Path(folder, name).relative_to(project)) for name in files]
    return sorted(name for name in names if name.endswith(".py"))


def _place(name: str) -> tuple[Any, ...]:
    """Sorts ids by file, line and column."""
    match = re.match(r"(.*?):(\d+):(\d+):(.*)", name)
    return (match[1], int(match[2]), int(match[3]), match[4]) if match else (name, 0, 0, "")


def _oracle(arguments: argparse.Namespace) -> Oracle:
    return Oracle(
        arguments.project,
        arguments.python,
        shlex.split(arguments.pytest_args),
        arguments.import_root,
        arguments.timeout,
        arguments.memory << 20,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0],
        epilog="More in the text at the head of this file.",
    )
    commands = parser.add_subparsers(required=True)
    for name, run, text in (
        ("expect", expect, "judge every mutant of a list, and write the verdicts"),
        ("check", check, "compare the verdicts of a results.json with pytest's"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run)
        command.add_argument("project", type=Path)
        command.add_argument("mutants" if run is expect else "results", type=Path)
        command.add_argument("--python", default=sys.executable, help="a Python with pytest")
        command.add_argument("--pytest-args", default="", help="split as a shell does")
        command.add_argument(
            "--import-root",
            action="append",
            default=[],
            metavar="FOLDER",
            help="put first on PYTHONPATH, in the copy; default: src where there is one",
        )
        command.add_argument("--timeout", type=float, default=0, help="seconds for one run")
        command.add_argument("--memory", type=int, default=4096, help="address space in MiB")
        command.add_argument("--jobs", type=int, default=2, help="runs at a time")
        command.add_argument("--output", type=Path, help="where the verdicts go")
        if run is expect:
            command.add_argument("--operator", action="append", default=[], metavar="ID")
            command.add_argument("--keep", action="store_true", help="keep the other verdicts")
        if run is check:
            command.add_argument("--sample", type=int, default=0, help="how many; default: all")
            command.add_argument("--seed", type=int, default=1)
    command = commands.add_parser("sites", help="print every await as CPython's ast sees it")
    command.set_defaults(run=sites)
    command.add_argument("project", type=Path)
    command.add_argument("files", nargs="*", help="relative to the project; default: all")
    command.add_argument("--against", type=Path, help="what amiss list --all --json printed")
    return parser


def main(words: Iterable[str] | None = None) -> int:
    arguments = _parser().parse_args(None if words is None else list(words))
    try:
        return int(arguments.run(arguments))
    except (OracleError, OSError) as error:
        print(f"oracle: {error}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
