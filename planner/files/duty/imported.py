"""What reading a duty roster gives, and the statements it is made of, each with the cell it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.county.duty import Attended, Cell
from planner.document import Document
from planner.files.issues import ImportIssue


@dataclass(frozen=True)
class DutyImport:
    """The document with the months of a file, what was doubtful about them, and which months they are."""

    document: Document
    issues: tuple[ImportIssue, ...]
    months: tuple[tuple[int, date], ...]  # unit and first day, in the order of the file


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file something stands, as import issues name it."""

    sheet: str
    row: int  # as the spreadsheet counts, from 1
    column: str | None = None  # the heading


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing a file says of somebody's day in a unit: what is planned, or what was done."""

    unit: int
    person: int
    day: date
    what: Cell | Attended
    spot: Spot
    words: str = ""  # of the cell

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes it says, each once."""
        if isinstance(self.what, Cell):
            return (self.what.code,)
        return tuple(dict.fromkeys(c for c in (self.what.morning, self.what.afternoon) if c))
