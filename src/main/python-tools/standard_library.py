"""Writes the table of what the standard library's functions give, from typeshed's stubs.

    python standard_library.py TYPESHED/stdlib > ../resources/dev/amiss/semantics/standard-library.txt

``TYPESHED`` is the folder of that name inside an installed mypy. The table has a section per
module, headed ``=== name``, in Python's own syntax: which functions are coroutine functions, what
each gives, which class it belongs to. Parameters, docstrings, comments and most special methods are
left out. A definition stands where users import it from (``asyncio.Lock``, not
``asyncio.locks.Lock``); other modules import it from there.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Set, Tuple, Union

VERSION = (3, 14)
HEAD = """\
# What the standard library's functions give. Written by src/main/python-tools/standard_library.py
# from the stubs of typeshed (https://github.com/python/typeshed), which are licensed under the
# Apache License 2.0, parts of them under the MIT licence. Do not edit.
"""
LEFT_OUT = re.compile(
    r"(_typeshed|__main__|antigravity|this|tkinter|_tkinter|turtle|lib2to3|distutils|msilib|_msi"
    r"|idlelib|ensurepip|pydoc_data|encodings|curses|_curses|_curses_panel|winreg|_winapi|winsound"
    r"|xml|_ctypes|ossaudiodev|spwd|nis|sre_constants|_locale|stat|_stat|errno|token|opcode|symtable"
    r"|pyexpat|_decimal|_pydecimal|_codecs|_interp\w+|_remote_debugging|nt|msvcrt)(\..*)?"
)
SPECIAL_METHODS = {
    "__aenter__", "__aiter__", "__anext__", "__await__", "__call__", "__enter__", "__get__",
    "__getattr__", "__getitem__", "__iter__", "__next__",
}  # fmt: skip
# Names of ``typing`` that are written as classes, and those that only rename one.
SPECIAL_FORMS = {
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "Generic", "Literal",
    "LiteralString", "Never", "NoReturn", "NotRequired", "Optional", "Protocol", "ReadOnly",
    "Required", "Self", "TypeAlias", "TypeGuard", "TypeIs", "TypedDict", "Union", "Unpack",
}  # fmt: skip
RENAMED = {
    "ChainMap": "_collections_.ChainMap",
    "Counter": "_collections_.Counter",
    "DefaultDict": "_collections_.defaultdict",
    "Deque": "_collections_.deque",
    "Dict": "dict",
    "FrozenSet": "frozenset",
    "List": "list",
    "OrderedDict": "_collections_.OrderedDict",
    "Set": "set",
    "Tuple": "tuple",
    "Type": "type",
}
TYPES_OF_LITERALS = {bool: "bool", int: "int", str: "str", bytes: "bytes"}

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
Origin = Tuple[str, str]  # the module that defines something, and its name there


def holds_now(test: ast.expr) -> Optional[bool]:
    """Whether a condition on the version or platform holds; None for any other condition."""
    text = ast.unparse(test)
    if isinstance(test, ast.BoolOp):
        parts = [holds_now(value) for value in test.values]
        if None in parts:
            return None
        return all(parts) if isinstance(test.op, ast.And) else any(parts)
    if "sys.version_info" in text:
        return bool(eval(text, {"sys": type("sys", (), {"version_info": VERSION})}))
    if "sys.platform" in text:
        return bool(eval(text, {"sys": type("sys", (), {"platform": "linux"})}))
    return False if text == "TYPE_CHECKING" else None


def names_of(statement: ast.stmt) -> List[str]:
    """What a statement of a stub defines."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [statement.name]
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [statement.target.id]
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return [statement.targets[0].id]
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in statement.names]
    return []


def flat(body: List[ast.stmt]) -> List[ast.stmt]:
    """The statements for this version; those for others only where they add names."""
    chosen: List[ast.stmt] = []
    others: List[ast.stmt] = []
    for statement in body:
        if not isinstance(statement, ast.If):
            chosen.append(statement)
            continue
        decided = holds_now(statement.test)
        taken, left = statement.body, statement.orelse
        if decided is False:
            taken, left = left, taken
        chosen += flat(taken)
        others += flat(left)
    known = {name for statement in chosen for name in names_of(statement)}
    added = [
        statement
        for statement in others
        if names_of(statement)
        and known.isdisjoint(names_of(statement))
        and not names_of(statement) == ["*"]
    ]
    return chosen + added


class Stub:
    """One module of typeshed."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.is_package = path.name == "__init__.pyi"
        self.body = flat(ast.parse(path.read_text(encoding="utf-8")).body)
        self.definitions: Dict[str, List[ast.stmt]] = {}
        self.imports: Dict[str, Origin] = {}
        self.exported: Set[str] = set()
        self.modules: Dict[str, str] = {}
        self.stars: List[str] = []
        self.all: Optional[List[str]] = None
        for statement in self.body:
            self.read(statement)

    def read(self, statement: ast.stmt) -> None:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                self.modules[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(statement, ast.ImportFrom):
            module = self.absolute(statement)
            for alias in statement.names:
                if alias.name == "*":
                    self.stars.append(module)
                    continue
                name = alias.asname or alias.name
                self.imports[name] = (module, alias.name)
                if alias.asname == alias.name:
                    self.exported.add(name)
        elif names_of(statement) == ["__all__"]:
            value = getattr(statement, "value", None)
            self.all = list(ast.literal_eval(value)) if value is not None else None
        elif isinstance(statement, ast.AugAssign) and ast.unparse(statement.target) == "__all__":
            if isinstance(statement.value, (ast.List, ast.Tuple)):
                self.all = (self.all or []) + list(ast.literal_eval(statement.value))
        else:
            for name in names_of(statement):
                self.definitions.setdefault(name, []).append(statement)

    def absolute(self, statement: ast.ImportFrom) -> str:
        if not statement.level:
            return statement.module or ""
        parts = self.name.split(".")
        up = statement.level - (1 if self.is_package else 0)
        base = parts[: len(parts) - up] if up else parts
        return ".".join(base + ([statement.module] if statement.module else []))


class Library:
    """All stubs, and where each definition is shown."""

    def __init__(self, root: Path) -> None:
        self.stubs: Dict[str, Stub] = {}
        for path in sorted(root.rglob("*.pyi")):
            parts = list(path.relative_to(root).with_suffix("").parts)
            if parts[-1] == "__init__":
                parts.pop()
            name = ".".join(parts)
            if not LEFT_OUT.fullmatch(name):
                self.stubs[name] = Stub(name, path)
        self.shown = self.choose_places()

    def surface(self, stub: Stub) -> Set[str]:
        """The names that can be imported from a module."""
        names = set(stub.definitions) | stub.exported | set(stub.all or ())
        if stub.name.split(".")[0] == "asyncio" or stub.is_package:
            names |= {name for name in stub.imports if not name.startswith("_")}
        for star in stub.stars:
            if star in self.stubs:
                other = self.stubs[star]
                public = {name for name in self.surface(other) if not name.startswith("_")}
                names |= set(other.all) if other.all is not None else public
        return names

    def origin(self, module: str, name: str, depth: int = 0) -> Optional[Origin]:
        """Where a name of a module is defined."""
        stub = self.stubs.get(module)
        if stub is None or depth > 20:
            return None
        if name in stub.definitions:
            return module, name
        if name in stub.imports:
            source, original = stub.imports[name]
            return self.origin(source, original, depth + 1)
        for star in stub.stars:
            found = self.origin(star, name, depth + 1)
            if found is not None and name in self.surface(self.stubs[star]):
                return found
        return None

    def choose_places(self) -> Dict[Origin, str]:
        """For each definition that others hand on, the module that users know it from."""
        handed_on: Dict[Origin, Set[str]] = {}
        for module, stub in self.stubs.items():
            if not is_private(module):
                for name in self.surface(stub):
                    found = self.origin(module, name)
                    if found is not None and found[0] != module and found[1] == name:
                        handed_on.setdefault(found, set()).add(module)
        shown = {}
        for found, candidates in handed_on.items():
            home = found[0]
            parents = [each for each in candidates if home.startswith(each + ".")]
            if is_private(home):
                shown[found] = min(candidates, key=lambda each: distance(each, home))
            elif parents:
                shown[found] = min(parents, key=len)
        return shown

    def place(self, found: Origin) -> str:
        return self.shown.get(found, found[0])


def distance(module: str, home: str) -> Tuple[bool, int, str]:
    """How far a module is from a private one whose definitions it hands on: less is nearer."""
    is_elsewhere = module.split(".")[0] != home.split(".")[0].lstrip("_")
    return is_elsewhere, module.count("."), module


def is_private(module: str) -> bool:
    return any(part.startswith("_") for part in module.split("."))


class Types:
    """Writes the types of one stub's annotations into the section of a module."""

    def __init__(self, library: Library, section: Section, stub: Stub) -> None:
        self.library = library
        self.section = section
        self.stub = stub
        self.expanding: Set[Origin] = set()

    def written(self, annotation: Optional[ast.expr], members: Set[str]) -> str:
        """The type as text; empty where it says nothing."""
        text = self.type(annotation, members) if annotation is not None else "Any"
        return "" if "Any" in re.split(r"[^\w.]+", re.sub(r"\[.*\]", "", text)) else text

    def type(self, node: ast.expr, members: Set[str]) -> str:
        if isinstance(node, ast.Constant):
            if node.value is None:
                return "None"
            if isinstance(node.value, str):
                return self.type(ast.parse(node.value, mode="eval").body, members)
            return "..." if node.value is ... else "Any"
        if isinstance(node, ast.BinOp):
            left, right = self.type(node.left, members), self.type(node.right, members)
            return left if left == right else left + " | " + right
        if isinstance(node, ast.Subscript):
            return self.generic(node, members)
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self.reference(node, members)
        return "..." if isinstance(node, ast.List) else "Any"

    def generic(self, node: ast.Subscript, members: Set[str]) -> str:
        head = ast.unparse(node.value).split(".")[-1]
        arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if head == "Literal":
            first = arguments[0]
            value = first.value if isinstance(first, ast.Constant) else 0
            return TYPES_OF_LITERALS.get(type(value), "Any")
        if head in ("TypeGuard", "TypeIs"):
            return "bool"
        if head in ("ClassVar", "Final", "Annotated", "Required", "NotRequired"):
            return self.type(arguments[0], members)
        if head in ("Concatenate", "Unpack"):
            return "..."
        if head == "Optional":
            return self.type(arguments[0], members) + " | None"
        base = self.type(node.value, members)
        if not arguments:
            return base
        if base == "Any" or "|" in base or base.endswith("]"):
            return "Any"
        return base + "[" + ", ".join(self.type(each, members) for each in arguments) + "]"

    def reference(self, node: ast.expr, members: Set[str]) -> str:
        found = self.find(node)
        if found is None:
            return "Any"
        module, name = found
        if module == "typing" and name in ("Any", "TypeAlias", "ParamSpec", "Final"):
            return "Any"
        statement = self.library.stubs[module].definitions[name][0]
        value = getattr(statement, "value", None)
        if isinstance(statement, ast.Assign) and isinstance(value, ast.Call):
            kind = ast.unparse(value.func).split(".")[-1]
            return self.section.variable(name) if kind == "TypeVar" else "Any"
        is_alias = isinstance(statement, (ast.Assign, ast.AnnAssign)) and value is not None
        if is_alias and module not in ("typing", "builtins"):
            return self.expanded(found, value, members)
        return self.section.reference(self.library.place(found), name, members)

    def expanded(self, found: Origin, value: ast.expr, members: Set[str]) -> str:
        """An alias gives way to what it stands for."""
        if found in self.expanding:
            return "Any"
        self.expanding.add(found)
        inner = Types(self.library, self.section, self.library.stubs[found[0]])
        inner.expanding = self.expanding
        text = inner.type(value, members)
        self.expanding.discard(found)
        return text

    def find(self, node: ast.expr) -> Optional[Origin]:
        if isinstance(node, ast.Name):
            return self.library.origin(self.stub.name, node.id) or self.library.origin(
                "builtins", node.id
            )
        text = ast.unparse(node)
        module, _, name = text.rpartition(".")
        top = module.split(".")[0]
        if top in self.stub.modules:
            module = self.stub.modules[top] + module[len(top) :]
        elif top in self.stub.imports:
            source, original = self.stub.imports[top]
            module = source + "." + original + module[len(top) :]
        return self.library.origin(module, name)


class Section:
    """One module of the table."""

    def __init__(self, library: Library, name: str) -> None:
        self.library = library
        self.name = name
        self.imports: Set[str] = set()
        self.variables: Set[str] = set()
        self.from_typing: Set[str] = set()
        self.lines: List[str] = []

    def variable(self, name: str) -> str:
        self.variables.add(name)
        return name

    def reference(self, module: str, name: str, members: Set[str]) -> str:
        if module in ("builtins", self.name) and name not in members:
            return name
        self.imports.add(module)
        return alias(module) + "." + name

    def text(self) -> str:
        head = ["=== " + self.name]
        if self.variables:
            self.imports.add("typing")
        head += [f"import {module} as {alias(module)}" for module in sorted(self.imports)]
        if self.name != "typing":
            head += [f"from typing import {name}" for name in sorted(self.from_typing)]
        head += [f'{name} = {alias("typing")}.TypeVar("{name}")' for name in sorted(self.variables)]
        return "\n".join(head + self.lines) + "\n"

    def add(self, name: str) -> None:
        """Writes the definition of a name of this module, or the import that brings it."""
        found = self.library.origin(self.name, name)
        if found is None:
            return
        place = self.library.place(found)
        if place != self.name:
            as_name = "" if name == found[1] else f" as {name}"
            self.lines.append(f"from {place} import {found[1]}{as_name}")
            return
        if self.name == "typing" and name in SPECIAL_FORMS:
            self.lines.append(f"class {name}{'(dict)' if name == 'TypedDict' else ''}: ...")
            return
        if self.name == "typing" and name in RENAMED:
            self.imports.add("collections")
            self.lines.append(f"{name} = {RENAMED[name]}")
            return
        stub = self.library.stubs[found[0]]
        types = Types(self.library, self, stub)
        self.define(stub.definitions[found[1]], types, set(), "")

    def define(
        self, statements: List[ast.stmt], types: Types, members: Set[str], indent: str
    ) -> None:
        first = statements[0]
        functions = [
            each for each in statements if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]
        if functions:
            self.functions(functions, types, members, indent)
        elif isinstance(first, ast.ClassDef):
            self.class_(first, types, members, indent)
        elif isinstance(first, ast.AnnAssign):
            self.variable_of_type(first, types, members, indent)
        elif isinstance(first, ast.Assign) and isinstance(first.targets[0], ast.Name):
            self.alias_of(first, types, members, indent)

    def variable_of_type(
        self, statement: ast.AnnAssign, types: Types, members: Set[str], indent: str
    ) -> None:
        name = ast.unparse(statement.target)
        annotation = ast.unparse(statement.annotation)
        if annotation.endswith("TypeAlias"):
            return
        written = types.written(statement.annotation, members)
        self.lines.append(f"{indent}{name}: {written or 'object'}")

    def alias_of(self, statement: ast.Assign, types: Types, members: Set[str], indent: str) -> None:
        if isinstance(statement.value, (ast.Name, ast.Attribute, ast.Subscript)):
            name = ast.unparse(statement.targets[0])
            if indent and isinstance(statement.value, ast.Name):
                self.lines.append(f"{indent}{name} = {statement.value.id}")
                return
            written = types.type(statement.value, members)
            if written != "Any" and written != name:
                self.lines.append(f"{indent}{name} = {written}")

    def functions(
        self, functions: List[Function], types: Types, members: Set[str], indent: str
    ) -> None:
        lines: List[str] = []
        for function in functions:
            decorators = [ast.unparse(each).split("(")[0].split(".")[-1]
                          for each in function.decorator_list]  # fmt: skip
            if {"setter", "deleter"} & set(decorators):
                continue
            kept = [f"{indent}@{each}\n" for each in decorators
                    if each in ("staticmethod", "classmethod", "property")]  # fmt: skip
            if "cached_property" in decorators or "abstractproperty" in decorators:
                kept = [f"{indent}@property\n"]
            keyword = "async def" if isinstance(function, ast.AsyncFunctionDef) else "def"
            written = types.written(function.returns, members)
            arrow = f" -> {written}" if written else ""
            line = "".join(kept) + f"{indent}{keyword} {function.name}(){arrow}: ..."
            if line not in lines:
                lines.append(line)
        if len(lines) > 1:
            self.from_typing.add("overload")
            lines = [f"{indent}@overload\n{line}" for line in lines]
        self.lines += lines

    def class_(
        self, definition: ast.ClassDef, types: Types, members: Set[str], indent: str
    ) -> None:
        bases = [types.type(base, members) for base in definition.bases]
        bases = [base for base in bases if base != "Any"]
        head = f"{indent}class {definition.name}" + (f"({', '.join(bases)})" if bases else "")
        grouped: Dict[str, List[ast.stmt]] = {}
        for statement in flat(definition.body):
            for name in names_of(statement):
                if not name.startswith("__") or name in SPECIAL_METHODS:
                    grouped.setdefault(name, []).append(statement)
        if not grouped:
            self.lines.append(head + ": ...")
            return
        self.lines.append(head + ":")
        for statements in grouped.values():
            before = len(self.lines)
            self.define(statements, types, set(grouped), indent + " ")
            if len(self.lines) == before:
                name = names_of(statements[0])[0]
                self.lines.append(f"{indent} {name}: object")


def alias(module: str) -> str:
    return "_" + module.replace(".", "_") + "_"


def sections(library: Library) -> Iterator[str]:
    for name, stub in sorted(library.stubs.items()):
        section = Section(library, name)
        if any(place == name for place in library.shown.values()) or stub:
            for member in sorted(library.surface(stub)):
                if member != "__all__" and not member.startswith("__"):
                    section.add(member)
        yield section.text()


def main(root: str) -> None:
    library = Library(Path(root))
    sys.stdout.write(HEAD)
    for text in sections(library):
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1])
