"""Writing the sheet 方案: a row for each change, and one for a scenario that has none or a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.document import Document
from planner.files.export_cells import Cell
from planner.files.export_words import WORDS
from planner.files.scenarios.recruits import recruit_words
from planner.files.scenarios.sheet import COLUMNS, fields_of
from planner.scenarios.records import Change, ChangeKind, Scenario, change_that_made
from planner.scenarios.unread import split_unread, with_unread

HEADINGS = tuple(COLUMNS.values())


def scenario_rows(document: Document) -> Iterator[Sequence[Cell]]:
    """Yield the rows of every scenario of a document, in list order."""
    for scenario in document.scenarios.values():
        known = document.scenarios.get(scenario.base or 0)
        first: dict[str, Cell] = {"scenario": scenario.name, "base": known.name if known else ""}
        if scenario.note or not scenario.changes:
            yield _row(first | {"note": scenario.note})
        for change in scenario.changes:
            yield _row(first | _put_back(change, _cells(document, scenario, change)))


def _row(cells: dict[str, Cell]) -> Sequence[Cell]:
    return tuple(cells.get(field, "") for field in COLUMNS)


def _cells(document: Document, scenario: Scenario, change: Change) -> dict[str, Cell]:
    people = (change.person,) if change.person is not None else change.people
    called = [_officer(document, scenario, id_) for id_ in people]
    names, badges = (
        ("、".join(words).strip("、") for words in zip(*called, strict=True)) if called else ("", "")
    )
    recruit = change.kind is ChangeKind.RECRUIT
    return {
        "enabled": "是" if change.enabled else "否",
        "date": change.date,
        "change": change.kind.value,
        "officer": change.name if recruit else names,
        "badge": badges,
        "unit": _called(document, change.unit) or ("" if recruit else change.name),
        "into": _called(document, change.into),
        "post": WORDS["post"][change.post] or "其他" if change.post is not None else "",
        "number": change.number,
        "until": change.until,
        "key": change.key,
        "value": change.value,
    }


def _put_back(change: Change, cells: dict[str, Cell]) -> dict[str, Cell]:
    """Return the cells with the words that were not understood in their place again, else in the note."""
    note, unread = split_unread(change.note)
    left = dict(unread)
    for heading, field in fields_of(unread).items():
        if cells.get(field) in ("", None):
            cells[field] = left.pop(heading)
        elif field == "officer" and change.kind is ChangeKind.CAMPAIGN:
            cells[field] = f"{cells[field]}、{left.pop(heading)}"
    return cells | {"note": with_unread(note, left).zh}


def _officer(document: Document, scenario: Scenario, person: int) -> tuple[str, str]:
    """Return the name and badge number of somebody on the roster, or what a recruit is called."""
    known = document.county.people.get(person)
    if known is None:
        return recruit_words(document.scenarios.values(), scenario, person), ""
    return "" if known.made_up_name else known.name, "" if known.made_up_badge else known.badge_number


def _called(document: Document, unit: int | None) -> str:
    """Return the name of a unit of the county, or of one that a change opens."""
    if unit is None:
        return ""
    if unit in document.county.units:
        return document.county.units[unit].name
    opened = change_that_made(unit)
    return next((c.name for s in document.scenarios.values() for c in s.changes if c.id == opened), "")
