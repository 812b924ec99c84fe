"""The moves: who goes where, when, why, and how far the approval has come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.county.records import County, Move, Person
from planner.county.state import State
from planner.document import Document
from planner.edits.moves import correct_moves
from planner.tables import names
from planner.tables.column import Column, Table, Values
from planner.tables.kinds import choice, day, told, words
from planner.text import Text


class MoveRow(NamedTuple):
    """A move and whose it is."""

    record: Move
    person: Person
    county: County

    @property
    def id(self) -> int:
        """The record's id."""
        return self.record.id

    def unit_name(self, unit: int | None) -> str:
        """Return a unit's name, empty for none."""
        known = self.county.units.get(unit) if unit is not None else None
        return known.name if known else ""


def move_rows(state: State) -> list[MoveRow]:
    """Return every move, in the order recorded."""
    county = state.county
    return [MoveRow(move, county.people[move.person], county) for move in county.moves.values()]


COLUMNS: tuple[Column[MoveRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, width=9),
    choice("kind", Text("类别", "Kind"), lambda r: r.record.kind, names.MOVE_KINDS, width=12),
    words("from_unit", Text("现单位", "From"), lambda r: r.unit_name(r.record.from_unit), width=18),
    choice("from_post", Text("现岗位", "Post now"), lambda r: r.record.from_post, names.POSTS),
    words("to_unit", Text("拟到单位", "To"), lambda r: r.unit_name(r.record.to_unit), width=18),
    choice("to_post", Text("拟到岗位", "Post there"), lambda r: r.record.to_post, names.POSTS),
    day("effective", Text("生效日期", "Effective"), lambda r: r.record.effective, edit=True),
    choice("status", Text("进度", "Status"), lambda r: r.record.status, names.MOVE_STATUSES),
    day("approved_on", Text("批准日期", "Approved on"), lambda r: r.record.approved_on),
    words("order_number", Text("发文字号", "Order number"), lambda r: r.record.order_number),
    day("reported_on", Text("到岗日期", "Reported on"), lambda r: r.record.reported_on),
    told("reason", Text("理由", "Reason"), lambda r: Text(r.record.reason_zh, r.record.reason_en), width=40),
)


def _apply(document: Document, values: Values, _: date) -> Document:
    return correct_moves(document, values)


TABLE: Table[MoveRow] = Table("moves", Text("调动", "Moves"), COLUMNS, _apply)
