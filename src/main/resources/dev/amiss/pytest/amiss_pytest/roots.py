"""Which paths are the project's, and what they are called in the worker's copy."""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

_LIBRARY_FOLDERS = ("site-packages", "dist-packages")


class Roots:
    """The user's project and the worker's copy of it, both absolute with links resolved."""

    def __init__(self, root: str, original: str) -> None:
        self.root = os.path.realpath(root)
        self.original = os.path.realpath(original)
        # An environment around the project (/usr in a container, say) does not make it a library.
        self._environments = [
            path
            for path in map(os.path.realpath, (sys.prefix, sys.base_prefix, *_site_packages()))
            if not _within(self.root, path) and not _within(self.original, path)
        ]

    def owns(self, path: str) -> bool:
        """Whether a file or folder is the project's own, in the original or in the copy."""
        real = os.path.realpath(path)
        return (_within(real, self.root) or _within(real, self.original)) and not self._library(
            real
        )

    def in_copy(self, path: str) -> bool:
        """Whether a file lies in the copy."""
        return _within(os.path.realpath(path), self.root)

    def relative(self, path: str) -> str:
        """The path below the copy, with ``/``; the path itself if it lies elsewhere."""
        real = os.path.realpath(path)
        for base in (self.root, self.original):
            if _within(real, base) and not self._library(real):
                return os.path.relpath(real, base).replace(os.sep, "/")
        return path

    def moved(self, path: str) -> str:
        """The copy's name of a path of the original; any other path unchanged."""
        if not os.path.isabs(path) or self.root == self.original:
            return path
        real = os.path.realpath(path)
        if not _within(real, self.original) or _within(real, self.root) or self._library(real):
            return path
        return os.path.normpath(os.path.join(self.root, os.path.relpath(real, self.original)))

    def _library(self, real: str) -> bool:
        parts = real.split(os.sep)
        return any(_within(real, environment) for environment in self._environments) or any(
            folder in parts for folder in _LIBRARY_FOLDERS
        )


def _site_packages() -> list[str]:
    return [*site.getsitepackages(), site.getusersitepackages()]


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def python_path(value: str, roots: Roots) -> str:
    """The value of PYTHONPATH with the project's entries replaced by the copy's."""
    return os.pathsep.join(
        roots.moved(entry) if entry else entry for entry in value.split(os.pathsep)
    )


def redirect_imports(roots: Roots) -> None:
    """Makes this interpreter import the copy wherever it would have imported the original.

    Entries keep their places in ``sys.path``: imports must find what plain pytest would find.
    """
    sys.path[:] = [roots.moved(entry) if isinstance(entry, str) else entry for entry in sys.path]
    for module in list(sys.modules.values()):
        if "editable" in getattr(module, "__name__", ""):
            _redirect_editable(module, roots)
    for finder in sys.meta_path:
        if "editable" in type(finder).__module__ and hasattr(finder, "__dict__"):
            _redirect_values(vars(finder), roots)
    sys.path_importer_cache.clear()


def _redirect_editable(module: ModuleType, roots: Roots) -> None:
    """An editable install by import hook keeps its paths in the hook's module."""
    for name, value in list(vars(module).items()):
        if not name.startswith("__"):
            _redirect_values(value, roots)


def _redirect_values(value: Any, roots: Roots) -> None:
    items: Iterable[Any]
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    else:
        return
    for key, element in items:
        if isinstance(element, str):
            value[key] = roots.moved(element)
        else:
            _redirect_values(element, roots)
