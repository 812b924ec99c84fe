"""Columns read cell by cell, with the doubts about some of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from planner.files.issues import IssueKind
from planner.files.workbook import Cell
from planner.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a cell; `lost` where its words say more than the value taken for them."""

    kind: IssueKind
    message: Text
    lost: bool = True


@dataclass(frozen=True)
class Values(Generic[T]):
    """One column of values beside the cells they were read from, and the doubts by distinct cell."""

    cells: Sequence[Cell]
    values: Sequence[T]
    doubts: Mapping[Cell, Doubt]


def read_doubtful(cells: Sequence[Cell], read: Callable[[Cell], tuple[T, Doubt | None]]) -> Values[T]:
    """Return what `read` makes of every cell; each distinct cell is read once, because cells repeat."""
    known = {cell: read(cell) for cell in set(cells)}
    doubts = {cell: doubt for cell, (_, doubt) in known.items() if doubt is not None}
    values = {cell: value for cell, (value, _) in known.items()}
    return Values(cells, list(map(values.__getitem__, cells)), doubts)
