"""What a mutant costs with other mutation testers, on one file of progress-tool, in CPU seconds.

    peers.py AMISS SAMPLE FILE TOOLS WORK

AMISS is the launcher, TOOLS the folder of a virtual environment that has the other tools, WORK a
folder to work in. Every tool gets a fresh copy of the sample, one worker, and its own defaults
otherwise. The tools plant different defects, so mutants are not the same: only their price is
compared, everything included that the tool does from its start to its end.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, NamedTuple

MUTMUT = """
[tool.mutmut]
paths_to_mutate = ["src/"]
tests_dir = ["tests/"]
also_copy = ["src"]
"""

COSMIC_RAY = """
[cosmic-ray]
module-path = "{file}"
timeout = 30.0
excluded-modules = []
test-command = "{python} -m pytest -x -q tests"
[cosmic-ray.distributor]
name = "local"
"""


class Place(NamedTuple):
    """Where a tool runs, and with what."""

    copy: Path
    file: str
    bin: Path
    amiss: str


class Tool(NamedTuple):
    """How a tool is run on one file, and what its output says of the number of mutants."""

    name: str
    prepare: Callable[[Place], None]
    commands: Callable[[Place], list[list[str]]]
    count: Callable[[Place, str], int]


def main() -> None:
    amiss, sample, file, tools, work = sys.argv[1:]
    programs = Path(tools).absolute() / "bin"
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "NO_COLOR": "1"}
    print("tool               mutants  CPU seconds  a mutant")
    for tool in TOOLS:
        copy = Path(work, tool.name).resolve()
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(sample, copy, ignore=shutil.ignore_patterns(".amiss", "__pycache__"))
        place = Place(copy, file, programs, str(Path(amiss).resolve()))
        tool.prepare(place)
        before = cpu_seconds()
        output = "".join(run(command, place, environment) for command in tool.commands(place))
        spent = cpu_seconds() - before
        mutants = tool.count(place, output)
        version = installed(place, tool.name, environment)
        print(f"{version:<18} {mutants:>7}  {spent:>11.1f}  {spent / mutants:>6.2f} s", flush=True)


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str], place: Place, environment: dict[str, str]) -> str:
    """The output of a command. Some of the tools end with 1 where a mutant survives."""
    ended = subprocess.run(
        command,
        cwd=place.copy,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode not in (0, 1):
        sys.exit(f"{command} ended with {ended.returncode}:\n{ended.stdout[-2000:]}")
    return ended.stdout


def installed(place: Place, name: str, environment: dict[str, str]) -> str:
    if name == "amiss":
        return run([place.amiss, "--version"], place, environment).strip()
    shown = run([str(place.bin / "pip"), "show", name], place, environment)
    version = re.search(r"^Version: (.*)$", shown, re.M)
    return f"{name} {version.group(1) if version else '?'}"


def nothing(place: Place) -> None:
    """The tool needs no configuration."""


def configure_mutmut(place: Place) -> None:
    with (place.copy / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(MUTMUT)


def configure_cosmic_ray(place: Place) -> None:
    text = COSMIC_RAY.format(file=place.file, python=place.bin / "python")
    (place.copy / "cosmic-ray.toml").write_text(text, encoding="utf-8")


def mutmut(place: Place) -> list[list[str]]:
    module = place.file.removeprefix("src/").removesuffix(".py").replace("/", ".")
    return [[str(place.bin / "mutmut"), "run", f"{module}.*", "--max-children", "1"]]


def cosmic_ray(place: Place) -> list[list[str]]:
    program = str(place.bin / "cosmic-ray")
    return [
        [program, "init", "cosmic-ray.toml", "session.sqlite"],
        [program, "exec", "cosmic-ray.toml", "session.sqlite"],
        [str(place.bin / "cr-report"), "session.sqlite"],
    ]


def gremlins(place: Place) -> list[list[str]]:
    python = str(place.bin / "python")
    return [[python, "-m", "pytest", "-q", "--gremlins", f"--gremlin-targets={place.file}"]]


def fest(place: Place) -> list[list[str]]:
    return [[str(place.bin / "fest"), "run", "--source", place.file, "--workers", "1"]]


def amiss(place: Place) -> list[list[str]]:
    options = ["--file", place.file, "--python", str(place.bin / "python"), "--workers", "1"]
    return [[place.amiss, "run", str(place.copy), "--linters", "none", *options]]


def judged(place: Place, output: str) -> int:
    results = json.loads((place.copy / ".amiss" / "results.json").read_text(encoding="utf-8"))
    return sum(mutant["status"] != "ignored" for mutant in results["mutants"])


def named(pattern: str) -> Callable[[Place, str], int]:
    """The number that the output names."""

    def count(place: Place, output: str) -> int:
        found = re.search(pattern, output)
        if found is None:
            sys.exit(f"no number of mutants in:\n{output[-2000:]}")
        return int(found.group(1))

    return count


def distinct(pattern: str) -> Callable[[Place, str], int]:
    """How many different words of the output look like this."""
    return lambda place, output: len(set(re.findall(pattern, output)))


TOOLS = [
    Tool("mutmut", configure_mutmut, mutmut, distinct(r"[\w.]+__mutmut_\d+")),
    Tool("cosmic-ray", configure_cosmic_ray, cosmic_ray, named(r"total jobs: (\d+)")),
    Tool("pytest-gremlins", nothing, gremlins, named(r"Gremlin 1/(\d+)")),
    Tool("fest-mutate", nothing, fest, named(r"Mutants tested: +(\d+)")),
    Tool("amiss", nothing, amiss, judged),
]

if __name__ == "__main__":
    main()
