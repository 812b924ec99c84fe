"""Timing: medians of repeated runs, one row per figure, shown as a table or as JSON."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

DIFFERENT = "DIFFERENT"
_DIGITS = {"x": 1, "power": 2}
COST = "cost"
HEADINGS = ("what", "size", "ours", "peer", "theirs", "theirs/ours", "note")


@dataclass(frozen=True)
class Row:
    """One measured line: seconds are medians, unless `unit` says otherwise; without a peer its name is empty.

    `at_least` marks a peer that did not finish: it took longer than the seconds shown. None: nothing found.
    """

    what: str
    size: str
    ours: float | None
    peer: str = ""
    theirs: float | None = None
    at_least: bool = False
    note: str = ""
    unit: str = "s"

    @property
    def differs(self) -> bool:
        """Whether a peer found another optimum, which one of the two must answer for."""
        return DIFFERENT in self.note

    @property
    def ratio(self) -> float | None:
        """How many times longer the peer took, or dearer it came."""
        return None if self.theirs is None or not self.ours else self.theirs / self.ours


def median_seconds(work: Callable[[], object], repetitions: int) -> float:
    """Return the median wall time of so many runs; one run before them is not counted."""
    if repetitions > 1:
        work()
    return statistics.median(seconds_of(work) for _ in range(repetitions))


def seconds_of(work: Callable[[], object]) -> float:
    """Return the wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def machine() -> str:
    """Say on what the figures were measured."""
    from importlib.metadata import version

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    tools = ", ".join(f"{name} {version(name)}" for name in ("ortools", "pandas", "openpyxl"))
    system = f"{platform.system()} {platform.machine()}, {cores} cores"
    return f"{system}, Python {platform.python_version()}, {tools}"


def as_json(rows: Iterable[Row]) -> dict[str, Any]:
    """Return everything measured, for scripts."""
    return {"machine": machine(), "rows": [{**asdict(row), "ratio": row.ratio} for row in rows]}


def table_line(row: Row | None = None) -> str:
    """Return a row as a line of the table, the headings for none."""
    cells = HEADINGS if row is None else _cells(row)
    widths = (38, -14, -9, 10, -9, -12, 0)
    padded = (c.rjust(-w) if w < 0 else c.ljust(w) for c, w in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    more = "> " if row.at_least else ""
    theirs = "" if row.theirs is None else f"{more}{_shown(row.theirs, row.unit)}"
    ratio = "" if row.ratio is None else f"{more}{row.ratio:.{3 if row.unit == COST else 1}f}"
    ours = "" if row.ours is None else _shown(row.ours, row.unit)
    return row.what, row.size, ours, row.peer, theirs, ratio, row.note


def _shown(value: float, unit: str) -> str:
    if unit == "s":
        return _seconds(value)
    return f"{value:.{_DIGITS.get(unit, 0)}f} {'' if unit == COST else unit}".rstrip()


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
