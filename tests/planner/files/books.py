"""Small workbooks built by hand, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.county.records import Person, Posting, Secondment, Unit
from planner.document import Document
from planner.files.choices import ImportChoices
from planner.files.imported import Imported
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.workbook import Cell, Sheet, Workbook

TODAY = date(2026, 11, 24)
Row = Sequence[Cell]


def sheet(name: str, *rows: Row) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, tuple((*row, *[""] * (width - len(row))) for row in rows))


def book(*rows: Row, further: Sequence[Sheet] = (), file_name: str = "花名册.xlsx") -> Workbook:
    return Workbook(file_name, (sheet("花名册", *rows), *further))


def imported(
    *rows: Row,
    further: Sequence[Sheet] = (),
    choices: ImportChoices | None = None,
    into: Document | None = None,
) -> Imported:
    return import_workbook(book(*rows, further=further), choices, into, TODAY)


def person(found: Imported, name: str) -> Person:
    return next(p for p in found.document.county.people.values() if p.name == name)


def posting(found: Imported, name: str) -> Posting:
    id_ = person(found, name).id
    return next(p for p in found.document.county.postings.values() if p.person == id_)


def unit(found: Imported, name: str) -> Unit:
    return next(u for u in found.document.county.units.values() if u.name == name)


def home(found: Imported, name: str) -> str:
    id_ = posting(found, name).unit
    return "" if id_ is None else found.document.county.units[id_].name


def stays(found: Imported, name: str) -> list[Secondment]:
    id_ = person(found, name).id
    return [s for s in found.document.county.secondments.values() if s.person == id_]


def place(found: Imported, stay: Secondment) -> str:
    return stay.to_outside if stay.to_unit is None else found.document.county.units[stay.to_unit].name


def kinds(found: Imported) -> list[IssueKind]:
    return [issue.kind for issue in found.issues]
