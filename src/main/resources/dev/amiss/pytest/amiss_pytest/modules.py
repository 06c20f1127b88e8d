"""Which modules a run imported: those that can be in advance, and those it should not have."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import Any, Optional

from amiss_pytest.roots import Roots


class LateImports(MetaPathFinder):
    """Sees what is imported from now on, in the order in which the imports begin."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> None:
        """Finds nothing itself."""
        self._names[fullname] = None

    def among(self, modules: list[str]) -> list[str]:
        """Those of these modules that have been imported since."""
        there = set(modules)
        return [name for name in self._names if name in there]


def others_modules(roots: Roots) -> list[str]:
    """The imported modules that are neither the project's nor ours, in the order of import."""
    names = []
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        file = _file(module)
        if (
            name.partition(".")[0] in ("amiss_pytest", "__main__")
            or spec is None
            or spec.name != name
        ):
            continue
        if file is not None and not roots.owns(file):
            names.append(name)
    return names


def wrong_modules(expected: list[str], roots: Roots) -> list[dict[str, str]]:
    """The modules that should have come from these files of the copy, but came from elsewhere."""
    if not expected:
        return []
    by_name = {name: path for path in expected for name in _module_names(path, roots)}
    originals = {os.path.join(roots.original, *path.split("/")) for path in expected}
    wrong = []
    for name, module in list(sys.modules.items()):
        file = _file(module)
        if file is None or roots.in_copy(file) and roots.owns(file):
            continue
        path = by_name.get(name)
        if os.path.realpath(file) in originals or path and _same_module(path, file, name, roots):
            wrong.append({"module": name, "file": file})
    return wrong


def _file(module: Optional[ModuleType]) -> Optional[str]:
    file = getattr(module, "__file__", None)
    return file if isinstance(file, str) else None


def _module_names(path: str, roots: Roots) -> Iterator[str]:
    """What a file may be called: from its topmost package on, or a namespace package above that."""
    parts = path[: -len(".py")].split("/")
    if parts[-1] == "__init__":
        parts.pop()
    folders = path.split("/")[:-1]
    package = len(folders)
    while package and os.path.exists(os.path.join(roots.root, *folders[:package], "__init__.py")):
        package -= 1
    for start in range(package + 1):
        if all(part.isidentifier() for part in parts[start:]) and parts[start:]:
            yield ".".join(parts[start:])


def _same_module(path: str, file: str, name: str, roots: Roots) -> bool:
    """Whether a file elsewhere is the project's, installed. Just ``utils`` proves little."""
    if "." in name or path.endswith("/__init__.py"):
        return path.endswith("/".join(file.split(os.sep)[-1 - name.count(".") :]))
    try:
        with open(os.path.join(roots.original, *path.split("/")), "rb") as original:
            with open(file, "rb") as other:
                return original.read() == other.read()
    except OSError:
        return False
