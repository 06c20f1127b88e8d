"""A linter as anybody might write it: ML1 is a bare call of a coroutine function of the file.

``sample_linter.py text|sarif FILE`` (``-`` for standard input) or ``sample_linter.py lsp``.
With ``--all`` it finds ML2 as well: any bare call at all.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from typing import Any


def findings(source: str, with_all: bool) -> list[tuple[str, int, str]]:
    tree = ast.parse(source)
    coroutines = {node.name for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = getattr(node.value.func, "id", "")
            if name in coroutines:
                found.append(("ML1", node.lineno, f"{name} is never awaited"))
            if with_all and name != "print":
                found.append(("ML2", node.lineno, f"nothing becomes of {name}()"))
    return found


def sarif(path: str, found: list[tuple[str, int, str]]) -> dict[str, Any]:
    results = [
        {
            "ruleId": rule,
            "message": {"text": text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": path},
                        "region": {"startLine": line, "startColumn": 1},
                    }
                }
            ],
        }
        for rule, line, text in found
    ]
    return {"version": "2.1.0", "runs": [{"tool": {}, "results": results}]}


def send(message: dict[str, Any]) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    sys.stdout.buffer.flush()


def publish(uri: str, version: int, text: str) -> None:
    diagnostics = [
        {
            "range": {
                "start": {"line": line - 1, "character": 0},
                "end": {"line": line - 1, "character": 1},
            },
            "code": rule,
            "message": message,
            "severity": 2,
        }
        for rule, line, message in findings(text, False)
    ]
    send(
        {
            "method": "textDocument/publishDiagnostics",
            "params": {"uri": uri, "version": version, "diagnostics": diagnostics},
        }
    )


def serve() -> None:
    while True:
        length = 0
        header = sys.stdin.buffer.readline()
        while header.strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            header = sys.stdin.buffer.readline()
        if length == 0:
            return
        message = json.loads(sys.stdin.buffer.read(length))
        params = message.get("params", {})
        if message.get("method") == "initialize":
            send({"id": message["id"], "result": {"capabilities": {"textDocumentSync": 1}}})
        elif message.get("method") == "textDocument/didOpen":
            document = params["textDocument"]
            publish(document["uri"], document["version"], document["text"])
        elif message.get("method") == "textDocument/didChange":
            document = params["textDocument"]
            publish(document["uri"], document["version"], params["contentChanges"][0]["text"])


def main(arguments: list[str]) -> None:
    with_all = "--all" in arguments
    kind, *paths = [word for word in arguments if word != "--all"]
    if kind == "lsp":
        serve()
        return
    if kind == "crash":
        os.kill(os.getpid(), 9)
    path = paths[0]
    if path == "-":
        source = sys.stdin.read()
    else:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    found = findings(source, with_all)
    if kind == "sarif":
        print(json.dumps(sarif(path, found)))
    else:
        for rule, line, text in found:
            print(f"{path}:{line}: {rule} {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
