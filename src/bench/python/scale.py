"""Makes a project with about ten thousand mutants, and measures what amiss takes to plan and judge
them: CPU seconds and memory of the Java process alone, from /proc."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

AMISS = Path(__file__).parents[3] / "amiss"

HEAD = '''"""Orders of region {number}: what is kept of them, and what is done with them."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Optional
{imports}

log = logging.getLogger(__name__)

LIMIT = {limit}


class Store{number}:
    """Keeps orders by their key."""

    def __init__(self, size: int = LIMIT) -> None:
        self.size = size
        self.rows: dict[str, dict[str, Any]] = {{}}
        self.lock = asyncio.Lock()

    async def read(self, key: str) -> dict[str, Any]:
        async with self.lock:
            return {{"key": key, "row": self.rows.get(key)}}

    async def write(self, key: str, row: dict[str, Any]) -> bool:
        if self.is_full():
            return False
        self.rows[key] = row
        return True

    async def allowed(self, user: str) -> bool:
        return user in self.rows

    def is_full(self) -> bool:
        return len(self.rows) >= self.size


class Service{number}:
    """Answers requests from one store, and asks its neighbours."""

    def __init__(self, store: Store{number}) -> None:
        self.store = store
        self.seen: list[str] = []
{neighbours}
    def name(self, key: str) -> str:
        return f"region-{number}/{{key}}"

    async def notify(self, text: str) -> None:
        await asyncio.sleep(0)
        log.info("%s", text)
'''

METHODS = (
    '''
    async def find_{n}(self, user: str, key: str) -> Optional[dict[str, Any]]:
        """Row {n}, for those who may see it."""
        if not await self.store.allowed(user):
            await self.notify(f"refused {{user}}")
            return None
        found = await self.store.read(self.name(key))
        if found["row"] is None:
            log.debug("nothing at %s", key)
            return None
        self.seen.append(key)
        return found
''',
    '''
    async def move_{n}(self, key: str, to: str) -> bool:
        """Puts row {n} where another one is."""
        row = await self.store.read(key)
        if row.get("row") is None or key == to:
            return False
        for attempt in range(3):
            if await self.store.write(to, row):
                break
            await asyncio.sleep(0.1 * attempt)
        else:
            await self.notify(f"gave up {{key}}")
            return False
        return True
''',
    '''
    async def total_{n}(self, keys: list[str]) -> float:
        """What the rows add up to."""
        rows = await asyncio.gather(*(self.store.read(key) for key in keys))
        total = 0.0
        for row in rows:
            value = row["row"]
            if isinstance(value, (int, float)):
                total += float(value)
        try:
            await self.notify("total " + str(total))
        except Exception:
            log.warning("nobody heard of %s", total)
        return self.rounded_{n}(total)

    def rounded_{n}(self, total: float) -> float:
        digits = 2 if total < LIMIT else 0
        return round(total, digits)
''',
    '''
    async def ask_{n}(self, user: str, key: str) -> Optional[dict[str, Any]]:
        """Asks a neighbour where there is nothing here."""
        own = await self.store.read(key)
        if own["row"] is not None:
            return own
        for neighbour in self.neighbours:
            other = await neighbour.store.read(key)
            if other["row"] is not None:
                await self.store.write(key, other)
                return other
        await self.notify(f"{{user}} found no {{key}}")
        return None
''',
)

# What async projects have between their awaits: about ten lines for each mutant, as a rule.
PLAIN = '''
    def checked_{n}(self, row: dict[str, Any]) -> list[str]:
        """What is wrong with row {n}."""
        wrong = []
        for name in ("customer", "street", "city"):
            value = row.get(name)
            if value is None:
                wrong.append(f"{{name}} is missing")
            elif not isinstance(value, str) or not value.strip():
                wrong.append(f"{{name}} is no text: {{value!r}}")
        items = row.get("items", [])
        if len(items) > LIMIT:
            wrong.append(f"{{len(items)}} items are more than {{LIMIT}}")
        for at, item in enumerate(items):
            price = item.get("price", 0)
            if price < 0:
                wrong.append(f"item {{at}} costs less than nothing")
            if item.get("count", 1) not in range(1, 100):
                wrong.append(f"item {{at}} is there too often")
        return sorted(wrong)

    def summary_{n}(self, rows: list[dict[str, Any]], digits: int = 2) -> dict[str, Any]:
        """Row {n} and its like in a few figures."""
        prices: dict[str, float] = {{}}
        for row in rows:
            for item in row.get("items", []):
                name = str(item.get("name", "?")).lower()
                prices[name] = prices.get(name, 0.0) + item.get("price", 0) * item.get("count", 1)
        if not prices:
            return {{"rows": len(rows), "most": None, "sum": 0.0}}
        ordered = sorted(prices.items(), key=lambda each: (-each[1], each[0]))
        dearest, price = ordered[0]
        others = [name for name, _ in ordered[1:] if prices[name] * 2 > price]
        return {{
            "rows": len(rows),
            "most": dearest,
            "others": others,
            "sum": round(sum(prices.values()), digits),
        }}
'''


def module(number: int, methods: int, dice: random.Random) -> str:
    """A module that uses some of those with smaller numbers."""
    others = sorted(dice.sample(range(number), min(number, 2)))
    imports = "".join(
        f"\nfrom app.p{each // 20}.m{each} import Service{each}, Store{each}" for each in others
    )
    made = ", ".join(f"Service{each}(Store{each}())" for each in others)
    text = HEAD.format(
        number=number,
        limit=dice.randrange(10, 1000),
        imports=imports,
        neighbours=f"        self.neighbours = [{made}]\n",
    )
    return text + "".join((dice.choice(METHODS) + PLAIN).format(n=each) for each in range(methods))


def generate(folder: Path, modules: int, methods: int) -> int:
    """A project of which one test reaches one mutant; returns how many lines it has."""
    dice = random.Random(1)
    lines = 0
    for number in range(modules):
        package = folder / "app" / f"p{number // 20}"
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
        text = module(number, methods, dice)
        (package / f"m{number}.py").write_text(text, encoding="utf-8")
        lines += text.count("\n")
    (folder / "app/__init__.py").touch()
    (folder / "app/own.py").write_text(
        "async def one():\n    return 1\n\n\nasync def two():\n    return 1 + await one()\n"
    )
    (folder / "tests").mkdir()
    (folder / "tests/test_own.py").write_text(
        "import asyncio\n\nfrom app.own import two\n\n\n"
        "def test_two():\n    assert asyncio.run(two()) == 2\n"
    )
    (folder / "pyproject.toml").write_text(
        '[tool.amiss]\nsource = ["app"]\n\n[tool.pytest.ini_options]\npythonpath = ["."]\n'
    )
    return lines


def measured(command: list[str], output: Path) -> str:
    """What a command's own process takes; its children's time is not in it."""
    begun = time.monotonic()
    peak = 0
    with output.open("w") as out:
        pid = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT).pid
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                peak = max(peak, int(line.split()[1]))
        time.sleep(0.1)
    # It has ended, and is still there to be asked.
    ticks = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))
    if (code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])) != 0:
        raise SystemExit(f"{' '.join(command)} ended with {code}:\n{output.read_text()[-2000:]}")
    seconds = ticks / os.sysconf("SC_CLK_TCK")
    return f"{seconds:6.1f} CPU-s {peak / 1024:5.0f} MB {time.monotonic() - begun:6.0f} s"


def main() -> None:
    parser = argparse.ArgumentParser(prog="scale", description=__doc__)
    parser.add_argument("--python", required=True, help="a Python that has pytest")
    parser.add_argument("--modules", type=int, default=60)
    parser.add_argument("--methods", type=int, default=30, help="of each module")
    given = parser.parse_args()
    subprocess.run([AMISS, "--version"], check=True)  # Builds amiss, where it has to be built.
    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "project"
        lines = generate(project, given.modules, given.methods)
        output = Path(place) / "output"
        listed = measured([str(AMISS), "list", str(project)], output)
        print(output.read_text().splitlines()[-1], f"{lines} lines", sep="\n")
        print("Java: list", listed)
        run = [str(AMISS), "run", str(project), "--python", given.python, "--linters", "none"]
        print("Java: run ", measured(run, output))


if __name__ == "__main__":
    main()
