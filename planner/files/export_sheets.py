"""The sheets of an export, line by line, before they become a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.county.dated_units import unit_on
from planner.county.in_force import carried_out, day_before, ends_secondment
from planner.county.records import Absence, Move, Person, Relation, Secondment, Unit
from planner.county.state import Placed, State
from planner.document import Document
from planner.files.default_layout import completed, default_layout
from planner.files.export_cells import Cell, RosterCells, away_cell, destination
from planner.files.export_words import Wording
from planner.files.layout import RosterLayout
from planner.files.scenarios.writing import HEADINGS, scenario_rows

LineKind = Literal["title", "header", "row", "total", "footer"]
_UNITS = (
    ("序号", 6), ("单位名称", 22), ("简称", 12), ("类别", 10), ("编制数", 8), ("最低人数", 8),
    ("最高人数", 8),
    ("两队一室", 8), ("实有人口", 10), ("每日值班人数", 8), ("每月报表工时", 8), ("每月办案工时", 8),
    ("计入派出所", 8), ("本局编制", 8), ("经度", 10), ("纬度", 10),
)  # fmt: skip
_DATED = (("成立日期", 12), ("撤销日期", 12))
_WHO = (("序号", 6), ("姓名", 10), ("警号", 10), ("单位", 20))
_SECONDMENTS = {
    "借调类型": "secondment_kind", "借调开始": "from", "借调截止": "until", "借调事由": "reason",
    "文号": "approval", "批准人": "approver", "实际返回": "returned_on", "经批准保留": "kept_with_approval",
    "保留截止": "kept_until",
}  # fmt: skip
_ABSENCES = (("请假类型", 10), ("开始日期", 12), ("结束日期", 12), ("事由", 20))
_RELATIVES = (("亲属姓名", 10), ("亲属警号", 10), ("亲属单位", 20), ("关系", 12))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: what it is and its cells, from the first column on."""

    kind: LineKind
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ExportSheet:
    """One sheet: its name, the widths of its columns in characters, its lines."""

    name: str
    widths: tuple[int, ...]
    lines: tuple[Line, ...]


def roster_sheet(state: State, layout: RosterLayout | None, alone: bool) -> ExportSheet:
    """Return the roster in its layout; `alone` where no further sheet can tell of secondments."""
    known = completed(layout, state, alone) if layout is not None else default_layout(state)
    lines = [Line("title", row) for row in known.titles]
    lines += [Line("header", row) for row in known.header]
    lines += _people(state, known)
    lines += [Line("footer", row) for row in known.footers]
    return ExportSheet(known.sheet or "花名册", tuple(c.width for c in known.columns), tuple(lines))


def _people(state: State, layout: RosterLayout) -> Iterator[Line]:
    cells = roster_cells(state, layout)
    number = 0
    for block in _blocks(state, layout):
        for index, placed in enumerate(block, 1):
            number += 1
            shown = index if layout.restarts else number
            yield Line(
                "row",
                tuple(shown if c.field == "number" else cells.cell(c, placed) for c in layout.columns),
            )
        if layout.subtotal:
            yield Line("total", (layout.subtotal, len(block)))
    if layout.total:
        yield Line("total", (layout.total, number))


def roster_cells(state: State, layout: RosterLayout) -> RosterCells:
    """Return the reader of roster cells for a layout."""
    fields = frozenset(c.field for c in layout.columns if c.field is not None)
    return RosterCells(state, Wording(layout.choices), fields)


def _blocks(state: State, layout: RosterLayout) -> Iterable[Sequence[Placed]]:
    """Return people by unit where the roster has blocks; a blank unit stays with the row before it."""
    if not (layout.subtotal or layout.restarts):
        return [list(state.placed.values())]
    blocks: dict[int | None, list[Placed]] = {}
    last: int | None = None
    for placed in state.placed.values():
        last = placed.home if placed.home is not None else last
        blocks.setdefault(last, []).append(placed)
    return blocks.values()


def further_sheets(
    state: State, layout: RosterLayout | None, units: Collection[Unit]
) -> Iterator[ExportSheet]:
    """Yield 单位, 借调, 请假 and 亲属回避, each where there is something the roster does not tell.

    `units` are all of the county, those closed and those still to open included.
    """
    known = completed(layout, state, False) if layout is not None else default_layout(state)
    county, wording = state.county, Wording(known.choices)
    if units:
        yield _units([unit_on(unit, state.date) for unit in units], wording)
    cells = roster_cells(state, known)
    done = carried_out(county, state.date, "in_force")
    away = [
        _ended(s, done.get(s.person, ()))
        for s in county.secondments.values()
        if not _in_roster(s, state, cells)
    ]
    if away:
        yield _secondments(away, state, wording)
    absences = [a for a in county.absences.values() if a != cells.only_status(a.person)]
    if absences:
        yield _absences(absences, state, wording)
    if county.relations:
        yield _relations(county.relations.values(), state)


def scenario_sheet(document: Document) -> Iterator[ExportSheet]:
    """Yield 方案 where the document has any."""
    if document.scenarios:
        yield _table("方案", HEADINGS, scenario_rows(document))


def _in_roster(away: Secondment, state: State, cells: RosterCells) -> bool:
    placed = state.placed.get(away.person)
    return placed is not None and cells.away(placed) == away and cells.carries(away)


def _ended(away: Secondment, moves: Iterable[Move]) -> Secondment:
    """Return a secondment with the day on which a move ended it, which no other column can tell."""
    move = next((m for m in moves if ends_secondment(m, away)), None)
    if move is None or away.returned_on is not None:
        return away
    return replace(away, returned_on=day_before(move.effective))


def _units(units: Sequence[Unit], wording: Wording) -> ExportSheet:
    own = tuple(dict.fromkeys(heading for u in units for heading in u.extra))
    yes_no = wording.yes_no
    dated = any(u.opened or u.closed for u in units)
    rows = [
        (
            index, u.name, u.short_name if u.short_name != u.name else "", wording.word("kind", u.kind),
            u.authorised, u.minimum, u.maximum, yes_no("two_teams_one_office", u.two_teams_one_office),
            u.population, u.duty_cover, u.report_hours, u.case_hours,
            yes_no("counts_as_station", u.counts_as_station), yes_no("ours", u.ours),
            u.longitude, u.latitude,
            *((u.opened, u.closed) if dated else ()),
            *(u.extra.get(heading, "") for heading in own),
        )
        for index, u in enumerate(units, 1)
    ]  # fmt: skip
    return _table("单位", (*_UNITS, *(_DATED if dated else ()), *((heading, 12) for heading in own)), rows)


def _secondments(listed: Sequence[Secondment], state: State, wording: Wording) -> ExportSheet:
    headings = (*_WHO, ("借调单位", 20), *((heading, 12) for heading in _SECONDMENTS))
    rows = [
        (
            *_who(index, s.person, state),
            destination(s, state),
            *(away_cell(s, field, wording) for field in _SECONDMENTS.values()),
        )
        for index, s in enumerate(listed, 1)
    ]
    return _table("借调", headings, rows)


def _absences(listed: Sequence[Absence], state: State, wording: Wording) -> ExportSheet:
    rows = [
        (*_who(i, a.person, state), wording.word("absence_kind", a.kind), a.from_, a.until, a.note)
        for i, a in enumerate(listed, 1)
    ]
    return _table("请假", (*_WHO, *_ABSENCES), rows)


def _relations(listed: Iterable[Relation], state: State) -> ExportSheet:
    rows = [
        (*_who(i, r.person, state), *_who(i, r.relative, state)[1:], r.kind) for i, r in enumerate(listed, 1)
    ]
    return _table("亲属回避", (*_WHO, *_RELATIVES), rows)


def _who(index: int, id_: int, state: State) -> tuple[Cell, ...]:
    person: Person = state.county.people[id_]
    placed = state.placed.get(id_)
    return (
        index,
        "" if person.made_up_name else person.name,
        "" if person.made_up_badge else person.badge_number,
        state.unit_name(placed.home) if placed else "",
    )


def _table(name: str, headings: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> ExportSheet:
    lines = [Line("header", tuple(h for h, _ in headings)), *(Line("row", tuple(row)) for row in rows)]
    return ExportSheet(name, tuple(width for _, width in headings), tuple(lines))
