"""What an import could not take as it stands, each with the cell it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.text import Text


class IssueKind(StrEnum):
    """What is wrong with a cell, a row or a sheet."""

    UNKNOWN_UNIT = "unknown_unit"
    UNIT_KIND = "unit_kind"  # could not be told from the name
    UNKNOWN_WORD = "unknown_word"  # of a column that decides a count
    BAD_DATE = "bad_date"
    BAD_NUMBER = "bad_number"
    DUPLICATE_BADGE = "duplicate_badge"
    REPEATED_ROW = "repeated_row"
    BLANK_UNIT = "blank_unit"
    NO_PERSON = "no_person"  # a row of another sheet whose person is not on the roster
    CONTRADICTION = "contradiction"
    REMARKS = "remarks"  # a draw-off told only in the remarks
    SUBTOTAL = "subtotal"  # the file's own count differs
    IGNORED_ROW = "ignored_row"
    IGNORED_SHEET = "ignored_sheet"
    IGNORED_COLUMN = "ignored_column"  # identity-card numbers, or a second column for one field
    NOT_IN_FILE = "not_in_file"  # on the roster before, not in the file that updates it


@dataclass(frozen=True, slots=True)
class ImportIssue:
    """One doubtful or unusable cell, row or sheet, with what was done about it."""

    kind: IssueKind
    sheet: str
    row: int | None  # as the spreadsheet counts, from 1; None: the whole sheet
    column: str | None  # the heading; None: the whole row
    message: Text
    person: int | None = None  # whom it concerns, if anybody
