"""Writing the sheet 方案: a row for each change, and one for a scenario that has none or a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.document import Document
from planner.files.export_cells import Cell
from planner.files.export_words import WORDS
from planner.files.scenarios.recruits import recruit_words
from planner.scenarios.records import Change, ChangeKind, Scenario, change_that_made

HEADINGS = (
    ("方案", 14), ("基础方案", 14), ("启用", 6), ("日期", 12), ("变动", 16), ("姓名", 14), ("警号", 14),
    ("单位", 20), ("并入单位", 20), ("岗位", 10), ("数量", 8), ("截止日期", 12), ("指标", 24), ("取值", 12),
    ("备注", 24),
)  # fmt: skip


def scenario_rows(document: Document) -> Iterator[Sequence[Cell]]:
    """Yield the rows of every scenario of a document, in list order."""
    for scenario in document.scenarios.values():
        known = document.scenarios.get(scenario.base or 0)
        first = (scenario.name, known.name if known else "")
        if scenario.note or not scenario.changes:
            yield (*first, *[""] * 12, scenario.note)
        for change in scenario.changes:
            yield (*first, *_cells(document, scenario, change))


def _cells(document: Document, scenario: Scenario, change: Change) -> Sequence[Cell]:
    people = (change.person,) if change.person is not None else change.people
    called = [_officer(document, scenario, id_) for id_ in people]
    names, badges = (
        ("、".join(words).strip("、") for words in zip(*called, strict=True)) if called else ("", "")
    )
    recruit = change.kind is ChangeKind.RECRUIT
    return (
        "是" if change.enabled else "否",
        change.date,
        change.kind.value,
        change.name if recruit else names,
        badges,
        (_called(document, change.unit) or ("" if recruit else change.name)),
        _called(document, change.into),
        WORDS["post"][change.post] or "其他" if change.post is not None else "",
        change.number,
        change.until,
        change.key,
        change.value,
        change.note,
    )


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
