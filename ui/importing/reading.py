"""Reading a spreadsheet away from the window: pure functions whose value the import page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from planner.audit.results import Audit
from planner.county.state import state
from planner.document import Document
from planner.errors import InputError
from planner.files.choices import ImportChoices
from planner.files.imported import Imported, SheetRole
from planner.files.issues import IssueKind
from planner.files.workbook import Workbook
from planner.tables import absences, relations, secondments, units
from planner.tables.column import Table
from planner.tables.import_changes import (
    ChangeRow,
    change_rows,
    further_changes,
    scenario_change_rows,
)
from planner.tables.roster import roster_rows, roster_table
from planner.text import Text
from ui.importing.foreign import Foreign, foreign

Remembered = Mapping[str, ImportChoices]  # by the headings of the roster


@dataclass(frozen=True)
class Request:
    """What to read, and onto which open document (None: a new one)."""

    path: Path
    into: Document | None
    on: date  # for the preview
    remembered: Remembered


@dataclass(frozen=True)
class Preview:
    """The first look at what a sheet became."""

    table: Table[Any]
    rows: Sequence[Any]


@dataclass(frozen=True)
class Reading:
    """A workbook as it was understood with some choices, and everything the page shows of it."""

    workbook: Workbook
    imported: Imported
    previews: Mapping[SheetRole, Preview]
    changes: tuple[ChangeRow, ...]
    further: tuple[Text, ...] = ()  # what else the file changes, in words

    @property
    def has_units(self) -> bool:
        """Whether the file says which unit people belong to, or the user that there is one unit."""
        return self.imported.has_units


def first_reading(request: Request) -> Reading | Foreign:
    """Read a file with the answers given for its headings before; raise InputError where it cannot be."""
    from planner.files.reading import read_workbook

    workbook = read_workbook(request.path)
    reading = understood(workbook, _choices_of(request.into), request)
    if isinstance(reading, Foreign):
        return _as_remembered(reading, request)
    known = request.remembered.get(headings(reading.imported))
    if known is None or request.into is not None:
        return reading
    return read_again(workbook, known, request)


def _choices_of(into: Document | None) -> ImportChoices:
    if into is None or into.layout is None:
        return ImportChoices()
    return into.layout.choices


def _as_remembered(met: Foreign, request: Request) -> Reading | Foreign:
    """Read foreign headings as the user explained them the last time."""
    known = request.remembered.get("\t".join(column.heading for column in met.sheet.columns))
    return met if known is None else understood(met.workbook, known, request)


def understood(workbook: Workbook, choices: ImportChoices, request: Request) -> Reading | Foreign:
    """Understand a workbook, or say which columns are to be explained; raise InputError if it has none."""
    try:
        return read_again(workbook, choices, request)
    except InputError as fault:
        met = foreign(workbook, choices, fault.message)
        if met is None:
            raise
        return met


def read_again(workbook: Workbook, choices: ImportChoices, request: Request) -> Reading:
    """Understand a workbook with other choices."""
    from planner.files.importing import import_workbook

    imported = import_workbook(workbook, choices, into=request.into)
    audit = imported.document.audit(request.on)
    changes = _changes(imported, audit, request)
    further = further_changes(request.into, imported.document) if request.into is not None else ()
    return Reading(workbook, imported, _previews(imported, audit), changes, further)


def headings(imported: Imported) -> str:
    """Return the headings of the roster as one key: the same for every file of the same layout."""
    return "\t".join(
        column.heading
        for sheet in imported.sheets
        if sheet.role is SheetRole.ROSTER
        for column in sheet.columns
    )


def _previews(imported: Imported, audit: Audit) -> dict[SheetRole, Preview]:
    now = audit.state
    return {
        SheetRole.ROSTER: _preview(roster_table(imported.document), roster_rows(now)),
        SheetRole.UNITS: _preview(units.TABLE, units.unit_rows(audit)),
        SheetRole.SECONDMENTS: _preview(secondments.TABLE, secondments.secondment_rows(now)),
        SheetRole.ABSENCES: _preview(absences.TABLE, absences.absence_rows(now)),
        SheetRole.RELATIONS: _preview(relations.TABLE, relations.relation_rows(now)),
    }


def _preview(table: Table[Any], rows: Sequence[Any]) -> Preview:
    """Return a look at rows under columns that are laid out apart from the page they come from."""
    return Preview(replace(table, key=f"import/{table.key}", apply=None), rows)


def _changes(imported: Imported, audit: Audit, request: Request) -> tuple[ChangeRow, ...]:
    if request.into is None:
        return ()
    before = state(request.into.county, request.on, request.into.policy)
    missing = {i.person for i in imported.issues if i.kind is IssueKind.NOT_IN_FILE and i.person is not None}
    scenarios = scenario_change_rows(request.into.scenarios, imported.document.scenarios)
    return (*change_rows(before, audit.state, missing), *scenarios)
