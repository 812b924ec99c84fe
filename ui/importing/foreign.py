"""A file whose headings nobody knows: the row that looks like its header, to be explained by the user."""

from __future__ import annotations

from dataclasses import dataclass

from planner.files.cells import as_text, one_line
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.imported import SheetRole, UnderstoodColumn, UnderstoodSheet
from planner.files.workbook import Sheet, Workbook
from planner.text import Text

_SEARCHED = 20  # rows in which a header may stand
_FEWEST = 3  # columns of a roster
_SAMPLES = 3


@dataclass(frozen=True)
class Foreign:
    """A workbook that could not be understood, why, and the columns it seems to have."""

    workbook: Workbook
    choices: ImportChoices
    sheet: UnderstoodSheet
    why: Text


def foreign(workbook: Workbook, choices: ImportChoices, why: Text) -> Foreign | None:
    """Return the largest sheet with something like a header, None where there is none."""
    for sheet in sorted(workbook.sheets, key=lambda s: len(s.rows), reverse=True):
        place = _header(sheet)
        if place is not None:
            return Foreign(workbook, choices, _understood(sheet, place, choices), why)
    return None


def _header(sheet: Sheet) -> int | None:
    """Return the first row of different words that is as wide as what stands below it."""
    for place, row in enumerate(sheet.rows[:_SEARCHED]):
        cells = [cell for cell in row if cell != ""]
        below = sheet.rows[place + 1 : place + 1 + _SAMPLES]
        if len(cells) < _FEWEST or not below or not all(isinstance(cell, str) for cell in cells):
            continue
        if len(set(cells)) == len(cells) and len(cells) >= max(sum(c != "" for c in r) for r in below):
            return place
    return None


def _understood(sheet: Sheet, place: int, choices: ImportChoices) -> UnderstoodSheet:
    below = sheet.rows[place + 1 :]
    columns = []
    for index, cell in enumerate(sheet.rows[place]):
        if cell == "":
            continue
        heading = one_line(as_text(cell))
        field = choices.columns.get(heading)
        samples = tuple(as_text(row[index]) for row in below[:_SAMPLES] if index < len(row))
        columns.append(UnderstoodColumn(heading, None if field == NO_FIELD else field, samples))
    return UnderstoodSheet(sheet.name, SheetRole.ROSTER, (place + 1,), tuple(columns), len(below))
