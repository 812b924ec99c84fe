from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.counted_month import CountedMonth, counted_months
from planner.county.duty import Cell, DutyMonth
from planner.county.records import AbsenceKind, MoveKind, Post
from tests.planner.building import Building

NOVEMBER = date(2026, 11, 1)


def _planned(unit: int, rows: dict[int, dict[int, str]]) -> DutyMonth:
    return DutyMonth(unit, NOVEMBER, {p: {d: Cell(c) for d, c in row.items()} for p, row in rows.items()})


def _counted(b: Building, month: DutyMonth) -> CountedMonth:
    (counted,) = counted_months((month,), b.county, b.policy)
    return counted


def _days(counted: CountedMonth, person: int) -> list[int]:
    return list(counted.month.planned[person])


def test_a_month_whose_cells_all_count_is_itself() -> None:
    b = Building()
    station = b.unit("城关派出所")
    month = _planned(station, {b.person(station): {1: "duty", 2: "rest"}})
    counted = _counted(b, month)
    assert counted.month is month
    assert counted.out_of_place == ()


def test_days_after_a_transfer_count_at_the_new_unit_alone() -> None:
    b = Building()
    old, new = b.unit("城关派出所"), b.unit("河口派出所")
    officer = b.person(old)
    b.move(officer, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 16))
    row = {15: "duty", 16: "rest", 18: "duty"}
    here, there = _counted(b, _planned(old, {officer: row})), _counted(b, _planned(new, {officer: row}))
    assert (_days(here, officer), _days(there, officer)) == ([15], [16, 18])
    [out] = here.out_of_place
    assert (out.person.id, out.days, out.on_leave) == (officer, (16, 18), False)
    assert [out.days for out in there.out_of_place] == [(15,)]


def test_work_on_registered_leave_counts_nowhere_and_leave_there_is_no_fault() -> None:
    b = Building()
    station = b.unit("城关派出所")
    officer = b.person(station)
    b.absent(officer, AbsenceKind.ANNUAL, date(2026, 11, 9), date(2026, 11, 11))
    counted = _counted(b, _planned(station, {officer: {8: "duty", 9: "leave", 10: "duty", 11: "rest"}}))
    assert _days(counted, officer) == [8]
    [out] = counted.out_of_place
    assert (out.days, out.on_leave) == ((10,), True)


def test_somebody_from_elsewhere_keeps_an_empty_row() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队")
    stranger = b.person(office)
    counted = _counted(b, _planned(station, {stranger: {3: "duty"}}))
    assert counted.month.planned == {stranger: {}}
    assert [out.days for out in counted.out_of_place] == [(3,)]


def test_what_counts_follows_the_records_of_its_people_and_no_others() -> None:
    b = Building()
    station, other = b.unit("城关派出所"), b.unit("河口派出所")
    officer = b.person(station)
    month = _planned(station, {officer: {20: "duty"}})
    before = _counted(b, month)
    b.person(other)
    assert _counted(b, month) is before
    b.county = replace(
        b.county, people={**b.county.people, officer: replace(b.county.people[officer], left_on=NOVEMBER)}
    )
    assert _counted(b, month).month.planned == {officer: {}}
