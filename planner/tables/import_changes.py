"""What importing again changes: people new, told differently or no longer in the file, and scenarios."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from planner.county.state import State
from planner.document import Document
from planner.scenarios.records import Scenario
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, told, words
from planner.tables.roster import COLUMNS
from planner.tables.roster_rows import RosterRow, roster_rows
from planner.tables.scenarios import AS_IT_STANDS
from planner.text import Text, joined, same

_COMPUTED = ("age", "retires", "counted_on_books", "counted_present", "standing")


class Change(StrEnum):
    """What happens to somebody, or to a scenario."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"  # was on the roster, is not in the file
    NEW_SCENARIO = "new_scenario"
    REPLACED_SCENARIO = "replaced_scenario"


CHANGES: Mapping[Change, Text] = {
    Change.ADDED: Text("新增", "added"),
    Change.CHANGED: Text("有变化", "changed"),
    Change.GONE: Text("文件中没有", "not in the file"),
    Change.NEW_SCENARIO: Text("新增方案", "new scenario"),
    Change.REPLACED_SCENARIO: Text("替换方案", "scenario replaced"),
}
OF_SCENARIOS = frozenset({Change.NEW_SCENARIO, Change.REPLACED_SCENARIO})
_COUNTED = Text("变动 {n} 项", "changes: {n}")
_RECOUNTED = Text("变动 {before} → {after} 项,{n} 项不同", "changes: {before} → {after}, {n} of them differ")
_UNITS, _SECONDMENTS = Text("单位", "units"), Text("抽调借调", "secondments")
_ABSENCES, _RELATIONS = Text("请假", "leave"), Text("亲属关系", "relations")
_DUTY, _POLICY = Text("值班考勤", "duty and attendance"), Text("指标口径", "policy")
_BUREAU = Text("本局名称", "the bureau's name")
_BASE, _NOTE = Text("基础", "Base"), Text("备注", "Note")
_BECOMES = Text("{title}:{before} → {after}", "{title}: {before} → {after}")
_BLANK = Text("(空)", "(blank)")


class ChangeRow(NamedTuple):
    """What happens to one person or scenario; `details` names everything that reads differently."""

    id: int
    change: Change
    name: str
    unit: str
    details: Text


def change_rows(before: State, after: State, missing: Collection[int]) -> list[ChangeRow]:
    """Return who is added, who changes, and who is gone or `missing` from the file, in that order."""
    old, new = ({row.id: row for row in roster_rows(state)} for state in (before, after))
    gone = (old.keys() - new.keys()) | (old.keys() & set(missing))
    rows = [_row(row, Change.ADDED) for id_, row in new.items() if id_ not in old]
    for id_, row in new.items():
        if id_ in old and id_ not in gone and (details := _differences(old[id_], row)):
            rows.append(_row(row, Change.CHANGED, joined(details)))
    return rows + [_row(row, Change.GONE) for id_, row in old.items() if id_ in gone]


def scenario_change_rows(before: Mapping[int, Scenario], after: Mapping[int, Scenario]) -> list[ChangeRow]:
    """Return which scenarios are new, and which are replaced by another one of their name.

    Their ids are below those of people.
    """
    rows = []
    for id_, scenario in after.items():
        known = before.get(id_)
        if known is None:
            details = _COUNTED.format(n=len(scenario.changes))
            rows.append(ChangeRow(-id_, Change.NEW_SCENARIO, scenario.name, "", details))
        elif known != scenario:
            details = joined(_replaced(known, scenario, before, after))
            rows.append(ChangeRow(-id_, Change.REPLACED_SCENARIO, scenario.name, "", details))
    return rows


def _replaced(
    known: Scenario, scenario: Scenario, before: Mapping[int, Scenario], after: Mapping[int, Scenario]
) -> Iterator[Text]:
    old, new = known.changes, scenario.changes
    if old != new:
        differ = sum(one != other for one, other in zip_longest(old, new))
        yield _RECOUNTED.format(before=len(old), after=len(new), n=differ)
    if known.base != scenario.base:
        yield _difference(_BASE, _base_name(known, before), _base_name(scenario, after))
    if known.note != scenario.note:
        yield _difference(_NOTE, same(known.note), same(scenario.note))


def further_changes(before: Document, after: Document) -> tuple[Text, ...]:
    """Return in words what else of a document is told differently, beside its people and scenarios."""
    old, new = before.county, after.county
    return tuple(
        words_
        for words_, one, other in (
            (_UNITS, old.units, new.units),
            (_SECONDMENTS, old.secondments, new.secondments),
            (_ABSENCES, old.absences, new.absences),
            (_RELATIONS, old.relations, new.relations),
            (_DUTY, before.duty, after.duty),
            (_POLICY, before.policy, after.policy),
            (_BUREAU, old.name, new.name),
        )
        if one != other
    )


def _base_name(scenario: Scenario, scenarios: Mapping[int, Scenario]) -> Text:
    base = scenarios.get(scenario.base or 0)
    return same(base.name) if base is not None else AS_IT_STANDS


def _row(row: RosterRow, change: Change, details: Text | None = None) -> ChangeRow:
    unit = row.state.unit_name(row.posting.unit)
    return ChangeRow(row.id, change, row.person.name, unit, details or same(""))


def _differences(before: RosterRow, after: RosterRow) -> list[Text]:
    extra = dict.fromkeys((*before.person.extra, *after.person.extra))
    found = [
        _difference(same(heading), same(old), same(new))
        for heading in extra
        if (old := before.person.extra.get(heading, "")) != (new := after.person.extra.get(heading, ""))
    ]
    return found + [
        _difference(column.title, _said(column, before), _said(column, after))
        for column in COLUMNS
        if column.key not in _COMPUTED and column.words(before, "zh") != column.words(after, "zh")
    ]


def _said(column: Column[RosterRow], row: RosterRow) -> Text:
    return Text(column.words(row, "zh"), column.words(row, "en"))


def _difference(title: Text, before: Text, after: Text) -> Text:
    return _BECOMES.format(title=title, before=_or_blank(before), after=_or_blank(after))


def _or_blank(words_: Text) -> Text:
    return words_ if words_.zh else _BLANK


TABLE: Table[ChangeRow] = Table(
    "import/changes",
    Text("变化", "Changes"),
    (
        choice("change", Text("变化", "Change"), lambda r: r.change, CHANGES, width=15),
        words("name", Text("姓名、方案", "Who or what"), lambda r: r.name, width=14),
        words("unit", Text("单位", "Unit"), lambda r: r.unit, width=24),
        told("details", Text("内容", "What changes"), lambda r: r.details, width=90),
    ),
)
