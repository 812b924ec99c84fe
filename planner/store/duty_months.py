"""Duty months as rows of the file: a unit, a month, and the two grids in JSON as short as it goes.

A planned cell is its code, in a list with “locked” where it is; an attended one a list without its blank end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from planner.county.duty import Attended, Cell, DutyBook, DutyMonth, Mark

T = TypeVar("T")
_Grid = dict[int, dict[int, T]]
_LOCKED = "locked"


def month_rows(book: DutyBook) -> Iterator[tuple[int, str, str]]:
    """Return the rows that hold the months of a book, in its order."""
    for month in book.months.values():
        grids = {
            "planned": _spelt({p: {d: _cell(c) for d, c in row.items()} for p, row in month.planned.items()}),
            "attended": _spelt(
                {p: {d: _attended(a) for d, a in row.items()} for p, row in month.attended.items()}
            ),
        }
        words = json.dumps(grids, ensure_ascii=False, separators=(",", ":"))
        yield month.unit, month.month.isoformat(), words


def read_months(rows: Iterable[tuple[int, str, str]]) -> dict[tuple[int, date], DutyMonth]:
    """Return the months that `month_rows` wrote; raise ValueError, TypeError or KeyError if it did not."""
    months = {}
    for unit, first, words in rows:
        raw = json.loads(words)
        planned = _read(raw["planned"], lambda cell: _read_cell(*cell))
        attended = _read(raw["attended"], lambda cell: _read_attended(*cell))
        month = DutyMonth(unit, date.fromisoformat(first), planned, attended)
        months[month.key] = month
    return months


def _spelt(grid: Mapping[int, Mapping[int, T]]) -> dict[str, dict[str, T]]:
    return {str(person): {str(day): cell for day, cell in row.items()} for person, row in grid.items()}


def _read(raw: Mapping[str, Mapping[str, Any]], cell_of: Callable[[tuple[Any, ...]], T]) -> _Grid[T]:
    return {
        int(person): {
            int(day): cell_of((cell,) if isinstance(cell, str) else tuple(cell)) for day, cell in row.items()
        }
        for person, row in raw.items()
    }


def _cell(cell: Cell) -> str | list[str]:
    return [cell.code, _LOCKED] if cell.locked else cell.code


# A month is thousands of cells and a handful of different ones: each of those is made once.


@lru_cache(maxsize=4096)
def _read_cell(code: object, locked: object = "") -> Cell:
    if not isinstance(code, str) or locked not in ("", _LOCKED):
        raise TypeError(code)
    return Cell(code, bool(locked))


def _attended(attended: Attended) -> list[str]:
    told = [attended.morning, attended.afternoon, attended.mark or "", attended.place]
    while told and not told[-1]:
        told.pop()
    return [str(word) for word in told]


@lru_cache(maxsize=4096)
def _read_attended(morning: str = "", afternoon: str = "", mark: str = "", place: str = "") -> Attended:
    if not all(isinstance(word, str) for word in (morning, afternoon, place)):
        raise TypeError(morning, afternoon, place)
    return Attended(morning, afternoon, Mark(mark) if mark else None, place)
