"""Turns off one ``await`` of code that was compiled with a probe at each of them."""

from __future__ import annotations

import builtins
from collections.abc import Generator
from operator import index
from typing import Any, Optional

from amiss_pytest.instrument import AWAIT_PROBE, FUNCTION_PROBE, REACH_PROBE


class _Done:
    """Awaiting it gives the value at once: the ``await`` around it might as well not be there."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __await__(self) -> Generator[None, None, Any]:
        return self.value
        yield


class Switch:
    """Replaces the observer's probes in this process by some that do next to nothing."""

    def __init__(self, off: Optional[int], raises: Optional[type[BaseException]]) -> None:
        """``off`` is the site whose ``await`` is turned off, if any is, or else ``raises`` this."""
        self.off = off
        self.passed = 0
        done = _Done

        def await_probe(site: int, awaited: Any) -> Any:
            if site == off:
                self.passed += 1
                return done(awaited)
            return awaited

        def await_probe_of_none(site: int, awaited: Any) -> Any:
            return awaited

        def raising_probe(site: int) -> int:
            if raises and site == off:
                self.passed += 1
                raise raises
            return site

        # Of all that is written in C and hands back a number, this says most clearly what it does.
        setattr(builtins, REACH_PROBE, raising_probe if raises else index)
        setattr(builtins, FUNCTION_PROBE, index)
        turns = off is not None and not raises
        setattr(builtins, AWAIT_PROBE, await_probe if turns else await_probe_of_none)
