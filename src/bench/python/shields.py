"""What a broad `except` hides from linters, out of what `amiss bench --json` says on standard input.

    ./amiss bench PROJECT… --operator drop-await --operator swallow-await --json | shields.py

For each linter and profile it prints two things. *Under* and *outside*: how many of the awaits
dropped under a broad `except` of the project itself, and of the others, are detected. *Same site*:
where an await is dropped by itself, and once more with an `except Exception` of amiss's own put
around its statement, how often either way, both, or neither is detected. Rules that are about the
`except` itself count for nothing.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from typing import Any

ABOUT_THE_EXCEPT = {"BLE001", "S110", "SIM105", "W0718"}
Z = 1.959964  # 95 %


def main() -> None:
    mutants = json.load(sys.stdin)["mutants"]
    answers: dict[str, dict[str, dict[Any, bool]]] = {}
    shielded = {site(mutant) for mutant in mutants if mutant["shield"]}
    for mutant in mutants:
        for said in mutant["linters"]:
            if said["status"] != "error":
                column = answers.setdefault(f"{said['linter']} {said['profile']}", {})
                of_operator = column.setdefault(mutant["operator"], {})
                of_operator[site(mutant)] = is_detected(said)
    for column, of_operator in sorted(answers.items()):
        dropped = of_operator.get("drop-await", {})
        print(column)
        print("  under    ", share([hit for at, hit in dropped.items() if at in shielded]))
        print("  outside  ", share([hit for at, hit in dropped.items() if at not in shielded]))
        print("  same site", pairs(dropped, of_operator.get("swallow-await", {})))


def site(mutant: dict[str, Any]) -> tuple[str, int, int]:
    return mutant["file"], mutant["line"], mutant["column"]


def is_detected(said: dict[str, Any]) -> bool:
    return any(
        finding["direct"] and finding["rule"] not in ABOUT_THE_EXCEPT
        for finding in said["findings"]
    )


def pairs(dropped: dict[Any, bool], swallowed: dict[Any, bool]) -> str:
    counts = Counter((dropped[at], swallowed[at]) for at in dropped.keys() & swallowed.keys())
    return (
        f"{sum(counts.values())}: both {counts[True, True]}, neither {counts[False, False]},"
        f" hidden by the except {counts[True, False]}, shown by it {counts[False, True]}"
    )


def share(hits: list[bool]) -> str:
    """A share with its interval after Wilson."""
    n, k = len(hits), sum(hits)
    if n == 0:
        return "none"
    middle = (k + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * math.sqrt(k * (n - k) / n + Z * Z / 4)
    return f"{k} of {n}, {100 * k / n:.1f} % ({100 * (middle - half):.1f} – {100 * (middle + half):.1f} %)"


if __name__ == "__main__":
    main()
