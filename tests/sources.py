"""The project's own source files, parsed once, for the tests that read the house rules off them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "planner", "ui")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """The top-level package it belongs to."""
        return self.path.split("/", 1)[0]

    def place(self, node: ast.AST) -> str:
        """Say where `node` stands, as editors understand it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Return every Python file below `folders`, by default below the three packages."""
    paths = sorted(p for folder in folders or PACKAGES for p in (ROOT / folder).rglob("*.py"))
    texts = [(path, path.read_text(encoding="utf-8")) for path in paths]
    return tuple(Source(p.relative_to(ROOT).as_posix(), text, ast.parse(text, str(p))) for p, text in texts)


def imports(source: Source) -> Iterator[tuple[str, ast.AST]]:
    """Yield every module imported anywhere in `source`, with its node; `from a import b` gives a.b."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, node) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = _absolute(source, node)
            yield from ((f"{module}.{name.name}", node) for name in node.names)
        elif isinstance(node, ast.Call) and _imports_by_name(node):
            yield ast.literal_eval(node.args[0]), node


def _absolute(source: Source, node: ast.ImportFrom) -> str:
    above = source.path.split("/")[: -node.level] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])


def _imports_by_name(call: ast.Call) -> bool:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    return called in ("import_module", "__import__", "run_module") and isinstance(first, ast.Constant)
