"""Notices every coroutine that is never awaited, whatever the warning filters say."""

from __future__ import annotations

import re
import sys
import threading
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any, Optional

from amiss_pytest.events import Events
from amiss_pytest.roots import Roots

# Frames remembered of each coroutine's making: enough to see who called through a mock.
_DEPTH = 6
_MOCK_FILE = "mock.py"
_GENERATOR_METHOD = re.compile(
    r"coroutine method '(?P<method>\w+)' of '(?P<of>.+?)' was never awaited"
)


class NeverAwaited:
    """Tells of each thrown-away coroutine: what it was, and which line made it."""

    def __init__(self, events: Events, roots: Roots, test: Callable[[], Optional[str]]) -> None:
        self._events = events
        self._roots = roots
        self._test = test
        self._known: set[str] = set()

    def install(self) -> None:
        """Watches all threads from now on. The user's warnings stay as they would be."""
        for name in ("warnings", "_py_warnings"):  # the second since 3.14
            module = sys.modules.get(name)
            if hasattr(module, "_warn_unawaited_coroutine"):
                setattr(module, "_warn_unawaited_coroutine", self._warner())
        sys.set_coroutine_origin_tracking_depth(_DEPTH)
        bootstrap = threading.Thread._bootstrap_inner  # type: ignore[attr-defined]

        def _bootstrap_inner(thread: threading.Thread) -> None:
            sys.set_coroutine_origin_tracking_depth(_DEPTH)
            bootstrap(thread)

        threading.Thread._bootstrap_inner = _bootstrap_inner  # type: ignore[attr-defined]

    def _warner(self) -> Callable[[Any], None]:
        """A stand-in for the function that the interpreter calls before any filter is asked."""
        note = self._note

        def _warn_unawaited_coroutine(coroutine: Any) -> None:
            try:
                note(coroutine)
            finally:
                # Not by calling the original: the warning would be laid at this line's door.
                warnings.warn(
                    _text(coroutine), category=RuntimeWarning, stacklevel=2, source=coroutine
                )

        return _warn_unawaited_coroutine

    def _note(self, coroutine: Any) -> None:
        code: types.CodeType = coroutine.cr_code
        origins = [
            {"file": self._roots.relative(file), "line": line, "function": function}
            for file, line, function in coroutine.cr_origin or ()
        ]
        callers = [origin for origin in origins if not origin["file"].endswith(_MOCK_FILE)]
        self._tell(
            text=f"coroutine '{coroutine.__qualname__}' was never awaited",
            qualname=coroutine.__qualname__,
            file=self._roots.relative(code.co_filename),
            line=code.co_firstlineno,
            origin=callers[0] if callers else None,
            origins=callers,
            mock=is_mock(code),
        )

    def warned(self, text: str, file: str, line: int) -> None:
        """A warning of pytest's; methods of async generators come to light in no other way."""
        match = _GENERATOR_METHOD.search(text)
        if match is not None:
            self._tell(
                text=match.group(),
                qualname=match["of"],
                file=self._roots.relative(file),
                line=line,
                origin=None,
                origins=[],
                mock=False,
            )

    def _tell(self, **warning: Any) -> None:
        warning["test"] = self._test()
        key = repr(warning)
        if key not in self._known:
            self._known.add(key)
            self._events.send("warning", warning)


def is_mock(code: types.CodeType) -> bool:
    """Whether the code is what a called ``AsyncMock`` awaits."""
    return code.co_name == "_execute_mock_call" and code.co_filename.endswith(_MOCK_FILE)


def _text(coroutine: Any) -> str:
    """The interpreter's own words. Where only we asked for the origin, without it."""
    text = f"coroutine '{coroutine.__qualname__}' was never awaited\n"
    origin = coroutine.cr_origin
    if origin is None or sys.get_coroutine_origin_tracking_depth() == _DEPTH:
        return text.rstrip("\n")
    text += "Coroutine created at (most recent call last)\n"
    frames = [
        traceback.FrameSummary(file, line, function) for file, line, function in reversed(origin)
    ]
    return (text + "".join(traceback.format_list(frames))).rstrip("\n")
