"""The rules of the house that can be read off the source: the arrow ui → planner → models, sizes, names."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.sources import Source, imports, sources

LARGEST_FILE = 400
LONGEST_FUNCTION = 60
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc", "lib"}
POLICE = re.compile(r"police|officer|\bbureau|secondment|[\u4e00-\u9fff]", re.IGNORECASE)
MODELS_MAY_USE = sys.stdlib_module_names | {"models", "numpy", "pandas", "ortools", "numba"}
Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def _is_or_is_in(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _offences(packages: tuple[str, ...], forbidden: Callable[[Source, str], bool]) -> list[str]:
    found = [
        (s.place(node), module)
        for s in sources(*packages)
        for module, node in imports(s)
        if forbidden(s, module)
    ]
    return [f"{place} imports {module}" for place, module in found]


def _none(offences: list[str], rule: str) -> None:
    if offences:
        pytest.fail("\n  ".join([rule, *offences]), pytrace=False)


def test_the_window_speaks_to_planner_and_never_to_a_solver() -> None:
    def forbidden(_: Source, module: str) -> bool:
        return _is_or_is_in(module, "models", "ortools")

    _none(_offences(("ui",), forbidden), "ui may import neither models nor ortools:")


def test_planner_knows_neither_the_window_nor_qt() -> None:
    def forbidden(_: Source, module: str) -> bool:
        return _is_or_is_in(module, "ui", "PySide6", "shiboken6")

    _none(_offences(("planner",), forbidden), "planner may import neither ui nor Qt:")


def test_only_planner_optimise_speaks_to_models() -> None:
    def forbidden(source: Source, module: str) -> bool:
        return _is_or_is_in(module, "models") and not source.path.startswith("planner/optimise/")

    _none(_offences(("planner",), forbidden), "only planner/optimise may import models:")


def test_models_rest_on_mathematics_alone() -> None:
    def forbidden(_: Source, module: str) -> bool:
        return module.partition(".")[0] not in MODELS_MAY_USE

    _none(
        _offences(("models",), forbidden),
        "models may import the standard library, numpy, pandas and ortools:",
    )


def test_models_have_no_word_of_police() -> None:
    lines = ((s, n, line) for s in sources("models") for n, line in enumerate(s.text.splitlines(), 1))
    _none([f"{s.path}:{n} {line.strip()}" for s, n, line in lines if POLICE.search(line)], "models are pure:")


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = ((s.path, s.text.count("\n")) for s in sources("models", "planner", "ui", "tests", "tools"))
    _none(
        [f"{path}: {n} lines" for path, n in lengths if n > LARGEST_FILE],
        "split these files by what they mean:",
    )


def test_no_function_is_longer_than_60_lines() -> None:
    functions = ((s, node) for s in sources() for node in ast.walk(s.tree) if isinstance(node, Function))
    sizes = ((s.place(f), f.name, (f.end_lineno or f.lineno) - f.lineno + 1) for s, f in functions)
    long = [f"{place} {name}: {n} lines" for place, name, n in sizes if n > LONGEST_FUNCTION]
    _none(long, "split these functions:")


def test_every_module_is_named_for_what_it_holds() -> None:
    parts = ((s.path, set(s.path.removesuffix(".py").split("/"))) for s in sources())
    _none([path for path, names in parts if names & EMPTY_NAMES], "these names say nothing:")


def test_everything_public_says_in_a_sentence_what_it_means() -> None:
    bare = [
        f"{s.place(node)} {getattr(node, 'name', 'module')}"
        for s in sources()
        for node in _public(s.tree)
        if not ast.get_docstring(node)
    ]
    _none(bare, "give each of these a one-sentence docstring:")


def _public(
    parent: ast.Module | ast.ClassDef,
) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    yield parent
    for node in parent.body:
        if isinstance(node, (ast.ClassDef, *Function)) and node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            yield from _public(node)
        elif isinstance(node, Function) and not _repeats_another(node):
            yield node


def _repeats_another(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a decorator says that the words stand elsewhere: an overload, an override, a setter."""
    decorators = {ast.unparse(decorator).split(".")[-1] for decorator in function.decorator_list}
    return bool(decorators & {"overload", "override", "setter"})


def test_nothing_is_left_unfinished() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    lines = ((s, n, line) for s in sources() for n, line in enumerate(s.text.splitlines(), 1))
    _none([f"{s.path}:{n} {line.strip()}" for s, n, line in lines if words.search(line)], "finish or remove:")
