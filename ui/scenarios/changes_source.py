"""How the table of changes is searched, narrowed and marked."""

from __future__ import annotations

from planner.scenarios.records import CHANGE_NAMES
from planner.tables.change_rows import OUTCOMES, ChangeRow, Outcome
from planner.tables.changes import changes_table
from planner.text import Text
from ui.marks import Mark
from ui.scenarios.base_session import BaseSession
from ui.tables.hints import Hint
from ui.tables.page_source import Chip, TableSource

EMPTY = Text(
    "此方案还没有变动。\n按 Ins 或点“新增变动”,选择类别后填写日期和人员、单位。",
    "This scenario has no changes yet.\nPress Ins or “Add a change”, choose a kind and fill in the form.",
)
_MARKS = {
    Outcome.MADE: Mark.MET,
    Outcome.CONFLICT: Mark.NOT_MET,
    Outcome.OFF: Mark.NO_DATA,
    Outcome.PENDING: None,
}


def _hint(row: ChangeRow, key: str) -> Hint | None:
    if row.inherited or row.outcome is Outcome.OFF:
        return Hint.QUIET
    return Hint.GRAVE if key == "state" and row.outcome is Outcome.CONFLICT else None


def _chip(outcome: Outcome) -> Chip:
    return Chip(outcome, OUTCOMES[outcome], lambda row: row.outcome is outcome)


def source_of(session: BaseSession) -> TableSource:
    """Return what a page over the changes of a session's scenario shows."""
    return TableSource(
        table=lambda _: changes_table(session.scenario, lambda: session.document),
        rows=lambda _: session.rows(with_bases=session.with_bases),
        searched=("kind", "state", "person", "badge_number", "unit", "into", "key", "name", "note"),
        empty=EMPTY,
        row_words=lambda row: f"{row.change.date} {CHANGE_NAMES[row.change.kind].zh}",
        chips=(_chip(Outcome.CONFLICT), _chip(Outcome.OFF)),
        hinting=_hint,
        marking=lambda row, key: _MARKS[row.outcome] if key == "state" else None,
    )
