"""Whole numbers and decimals as they stand in cells: 6, 6.0, 6人, 约12,000."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.files.cells import as_text
from planner.files.doubts import Doubt, Values, read_doubtful
from planner.files.issues import IssueKind
from planner.files.workbook import Cell
from planner.text import Text, compact

_WITH_UNIT = re.compile(r"(\d+)(?:\.0+)?(?:人|名|个)?\Z")
_BAD = Text(
    "“{words}”不是合理的数字,已留空,原文保留。",
    "“{words}” is no sensible number; left blank, the words are kept.",
)
_LARGEST = 100_000_000
_DAYS = re.compile(r"(\d{1,5}(?:\.\d+)?)(?:个?工作日|天|日|days?)?\Z")
_NO_DAYS = Text(
    "“{words}”不是天数,起止日期未与之核对。",
    "“{words}” is no number of days; the dates are not checked against it.",
)


def read_counts(cells: Sequence[Cell]) -> Values[int | None]:
    """Return a column of whole numbers that are not negative, None for blank."""
    return read_doubtful(cells, _count)


def read_decimals(cells: Sequence[Cell]) -> Values[float | None]:
    """Return a column of numbers such as longitudes, None for blank."""
    return read_doubtful(cells, _decimal)


def read_days(cells: Sequence[Cell]) -> Values[float | None]:
    """Return a column of days such as 5天 or 0.5, None for blank."""
    return read_doubtful(cells, _days)


def _days(cell: Cell) -> tuple[float | None, Doubt | None]:
    words = compact(as_text(cell))
    if not words:
        return None, None
    match = _DAYS.match(words)
    if match is None:
        return None, Doubt(IssueKind.BAD_NUMBER, _NO_DAYS.format(words=as_text(cell)))
    return float(match[1]), None


def _count(cell: Cell) -> tuple[int | None, Doubt | None]:
    words = compact(as_text(cell)).replace(",", "")
    if not words:
        return None, None
    match = _WITH_UNIT.match(words)
    if match is None or len(match[1]) > 9 or int(match[1]) > _LARGEST or isinstance(cell, bool):
        return None, Doubt(IssueKind.BAD_NUMBER, _BAD.format(words=as_text(cell)))
    return int(match[1]), None


def _decimal(cell: Cell) -> tuple[float | None, Doubt | None]:
    words = compact(as_text(cell)).removesuffix("°")
    if not words:
        return None, None
    try:
        value = float(words)
    except ValueError:
        value = 1000.0
    if not -180 <= value <= 180:
        return None, Doubt(IssueKind.BAD_NUMBER, _BAD.format(words=as_text(cell)))
    return value, None
