"""Says which files of the working folder mypy checks when it is asked about all of it.

Started as ``python mypy_sources.py OPTION...``; prints a JSON list of paths, or null where mypy
itself cannot say. Files that are named to mypy are checked even if ``exclude`` has them.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Optional

from mypy.main import process_options
from mypy.modulefinder import BuildSource


def sources(arguments: list[str]) -> Optional[list[str]]:
    """The paths, by what ``files`` or ``packages`` name, or else all that ``exclude`` leaves."""
    try:
        found, _ = process_options(arguments, require_targets=False)
        if not found or any(source.path is None for source in found):
            found, _ = process_options([*arguments, "."])
    except SystemExit:  # What it would say of the folder is no matter: files are asked about.
        return None
    return _paths(found)


def _paths(found: list[BuildSource]) -> list[str]:
    return sorted(os.path.relpath(source.path) for source in found if source.path)


if __name__ == "__main__":
    print(json.dumps(sources(sys.argv[1:])))
