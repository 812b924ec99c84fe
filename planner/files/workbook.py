"""Raw sheets: what stands in an .xlsx, .xls or .csv file, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows[0]` is the spreadsheet's row 1. Blank cells are empty strings."""

    name: str  # empty for a .csv
    rows: tuple[tuple[Cell, ...], ...]
    wide: tuple[tuple[int, int, int], ...] = ()  # cells merged along a row: the row, first and last column


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file, in its order."""

    file_name: str
    sheets: tuple[Sheet, ...]
