"""mypy: built once with what its daemon uses, then updated in a fork.

The daemon looks again at every place that had an error, to be able to print all of them. Here that
is left out, since what stays the same is of no interest. But it looks only twice at a function that
needs the type of something whose own type is not known yet, where mypy itself looks three times and
then says so (``has-type``). So all of a changed module is looked at once more, in the way that the
daemon does it for what depends on a change, which is as thorough as mypy itself. Nor does the
daemon say that a comment silences nothing any more in what depends on a change; so all of a module
with such comments is looked at once more where the daemon looked at any of it.
"""

from __future__ import annotations

import os
import re

from mypy.dmypy_server import Server
from mypy.errors import ErrorInfo, Errors
from mypy.main import process_options
from mypy.nodes import Decorator, FuncDef, MypyFile, OverloadedFuncDef

from amiss_lint.serve import Finding, Forked, Tool

_MESSAGE = re.compile(
    r"(?P<file>.+?):(?P<line>\d+):(?:(?P<column>\d+):)? error: (?P<message>.*?)"
    r"(?:  \[(?P<rule>[a-z0-9-]+)\])?$"
)

_FUNCTIONS = (FuncDef, OverloadedFuncDef, Decorator)

# What mypy says of a module after it has checked it, and the daemon not again.
_FLOW = {"possibly-undefined", "used-before-def"}
_LAST = {*_FLOW, "unused-ignore", "ignore-without-code"}


class Mypy:
    def start(self, arguments: list[str], files: list[str], forked: Forked) -> list[Finding]:
        self._sources, options = process_options(
            [*arguments, *files], require_targets=True, server_options=True
        )
        self._server = Server(options, os.devnull + ".status")
        result = self._server.check(self._sources, False, False, 80)
        if result["status"] == 2:
            raise RuntimeError((result["out"] + result["err"]).strip())
        fine = self._server.fine_grained_manager
        assert fine is not None, "a check that says anything has built one"
        self._fine = fine
        # What these comments are for is said of no module that does not itself change.
        self._used = {
            path: {line: [code for code in codes if code in _FLOW] for line, codes in lines.items()}
            for path, lines in fine.manager.errors.used_ignored_lines.items()
        }
        self._modules = {
            os.path.relpath(module.path): name for name, module in fine.manager.modules.items()
        }
        return [found for message in result["out"].splitlines() for found in _parsed(message)]

    def findings(self, changed: list[str], files: list[str], forked: Forked) -> list[Finding]:
        found: list[Finding] = forked(lambda: self._again(changed))
        return found

    def _again(self, changed: list[str]) -> list[Finding]:
        self._server.fscache.flush()
        known = [(self._modules[path], path) for path in changed if path in self._modules]
        messages = self._updated(known) if known else []
        return [found for message in messages for found in _parsed(message)]

    def _updated(self, changed: list[tuple[str, str]]) -> list[str]:
        """What mypy says when modules, given by name and path, have changed."""
        fine = self._fine
        errors = fine.manager.errors
        flow: dict[str, list[ErrorInfo]] = {}
        used: dict[str, dict[int, list[str]]] = {}
        seen: set[str] = set()
        for module, path in changed:
            fine.previous_targets_with_errors = set()
            messages: list[str] = fine.update([(module, path)], [])
            if fine.blocking_error:
                return messages
            # The next update forgets all errors, and what was said of comments with them.
            flow[path] = [error for error in _errors(errors, path) if _rule(error) in _FLOW]
            used[path] = dict(errors.used_ignored_lines[path])
            seen.update(self._commented(fine.processed_targets))
        others = sorted(seen.difference(module for module, _ in changed))
        self._look_again([*(module for module, _ in changed), *others])
        for module, path in changed:
            rest = [error for error in _errors(errors, path) if _rule(error) not in _LAST]
            errors.error_info_map[path] = rest + flow[path]
            self._say_of_comments(module, path, used[path])
        for module in others:
            path = fine.graph[module].xpath
            self._say_of_comments(module, path, self._used.get(path, {}))
        again: list[str] = errors.new_messages()
        return again

    def _commented(self, targets: list[str]) -> set[str]:
        """The modules that targets stand in, of those in which comments silence mypy."""
        modules = self._fine.manager.modules
        found = set()
        for target in targets:
            while target and target not in modules:
                target = target.rpartition(".")[0]
            if target and modules[target].ignored_lines:
                found.add(target)
        return found

    def _say_of_comments(self, module: str, path: str, used: dict[int, list[str]]) -> None:
        """Reports those that silence nothing.

        ``used`` are those that are known to be needed besides, and what for.
        """
        for line, codes in used.items():
            self._fine.manager.errors.used_ignored_lines[path][line].extend(codes)
        self._fine.graph[module].generate_unused_ignore_notes()
        self._fine.graph[module].generate_ignore_without_code_notes()

    def _look_again(self, modules: list[str]) -> None:
        """Has all of some modules checked once more; the errors are left for the next message."""
        fine = self._fine
        all_modules = fine.manager.modules
        fine.previous_targets_with_errors = {
            target for module in modules for target in _targets(all_modules[module])
        }
        fine.manager.errors.flushed_files.clear()
        # Nothing is done about builtins, so that it is only an occasion to look at the targets.
        fine.update([("builtins", all_modules["builtins"].path)], [])
        fine.manager.errors.flushed_files.clear()


def _errors(errors: Errors, path: str) -> list[ErrorInfo]:
    found: list[ErrorInfo] = errors.error_info_map.get(path, [])
    return found


def _rule(error: ErrorInfo) -> str:
    return error.code.code if error.code else ""


def _targets(module: MypyFile) -> list[str]:
    """The names of all that mypy looks at by itself: the module, its functions and methods."""
    return [
        module.fullname,
        *(
            name
            for name, node, _ in module.local_definitions()
            if isinstance(node.node, _FUNCTIONS)
        ),
    ]


def _parsed(message: str) -> list[Finding]:
    match = _MESSAGE.match(message)
    if match is None:
        return []
    return [
        (
            match["rule"] or "syntax",
            match["message"],
            match["file"],
            int(match["line"]),
            int(match["column"] or 1),
        )
    ]


TOOL: Tool = Mypy()
