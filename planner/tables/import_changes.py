"""What importing again changes: who is new, who is told differently, who is no longer in the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.county.state import State
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, told, words
from planner.tables.roster import COLUMNS
from planner.tables.roster_rows import RosterRow, roster_rows
from planner.text import Text, joined, same

_COMPUTED = ("age", "retires", "counted_on_books", "counted_present", "standing")


class Change(StrEnum):
    """What happens to somebody."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"  # was on the roster, is not in the file


CHANGES: Mapping[Change, Text] = {
    Change.ADDED: Text("新增", "added"),
    Change.CHANGED: Text("有变化", "changed"),
    Change.GONE: Text("文件中没有", "not in the file"),
}
_BECOMES = Text("{title}:{before} → {after}", "{title}: {before} → {after}")
_BLANK = Text("(空)", "(blank)")


class ChangeRow(NamedTuple):
    """What happens to one person; `details` names every cell that reads differently."""

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
        words("name", Text("姓名", "Name"), lambda r: r.name, width=12),
        words("unit", Text("单位", "Unit"), lambda r: r.unit, width=24),
        told("details", Text("内容", "What changes"), lambda r: r.details, width=90),
    ),
)
