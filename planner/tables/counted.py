"""How a figure was counted, as a table: who is in its numerator and denominator, who is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.audit.results import Target
from planner.audit.trace import trace
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.state import Placed, State
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, day, told, words
from planner.text import Text


class Part(StrEnum):
    """Where a person stands in a figure."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"  # there only
    LEFT_OUT = "left_out"


PARTS: Mapping[Part, Text] = {
    Part.NUMERATOR: Text("计入分子", "numerator"),
    Part.DENOMINATOR: Text("只计入分母", "denominator only"),
    Part.LEFT_OUT: Text("未计入", "left out"),
}


class CountedRow(NamedTuple):
    """One person behind a figure."""

    placed: Placed
    part: Part
    reason: Text
    state: State

    @property
    def id(self) -> int:
        """The person's id."""
        return self.placed.person.id


def counted_rows(state: State, target: Target, duty: DutyBook = NO_DUTY) -> list[CountedRow]:
    """Return everybody `target` counted, then who it left out, each person once."""
    counted = trace(state, target, duty)
    nothing = Text("", "")
    reasons = {left.placed.person.id: left for left in counted.left_out}
    rows = {p.person.id: CountedRow(p, Part.NUMERATOR, nothing, state) for p in counted.numerator}
    for p in counted.denominator:
        if p.person.id not in rows:
            left = reasons.get(p.person.id)
            rows[p.person.id] = CountedRow(p, Part.DENOMINATOR, left.reason if left else nothing, state)
    for id_, left in reasons.items():
        if id_ not in rows:
            rows[id_] = CountedRow(left.placed, Part.LEFT_OUT, left.reason, state)
    return list(rows.values())


COLUMNS: tuple[Column[CountedRow], ...] = (
    choice("part", Text("计入", "Counted"), lambda r: r.part, PARTS, width=12),
    words("name", Text("姓名", "Name"), lambda r: r.placed.person.name, width=9),
    words("badge_number", Text("警号", "Badge"), lambda r: r.placed.person.badge_number, width=9),
    words("home", Text("编制单位", "Home unit"), lambda r: r.state.unit_name(r.placed.home), width=20),
    words("working", Text("工作单位", "Works at"), lambda r: r.state.working_place(r.placed), width=20),
    choice("post", Text("岗位", "Post"), lambda r: r.placed.post, names.POSTS, width=10),
    choice("standing", Text("在岗情况", "Standing"), lambda r: r.placed.standing, names.STANDINGS, width=13),
    told("reason", Text("说明", "Why"), lambda r: r.reason, width=26),
    day("since", Text("离岗起", "Away since"), lambda r: _since(r.placed)),
)


def _since(placed: Placed) -> date | None:
    record = placed.secondment or placed.absence
    return record.from_ if record is not None else None


TABLE: Table[CountedRow] = Table("counted", Text("这个数怎么来的", "How this was counted"), COLUMNS)
