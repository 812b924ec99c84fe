from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.county.counted_month import CountedMonth, counted_around, counted_months
from planner.county.duty import Attended, Cell, DutyBook, DutyMonth
from planner.county.records import AbsenceKind, MoveKind, Post
from tests.planner.building import Building

NOVEMBER = date(2026, 11, 1)
_DATES = st.dates(date(2026, 10, 20), date(2026, 12, 5))


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


def test_around_a_date_its_month_and_the_one_before_are_read() -> None:
    b = Building()
    station = b.unit("城关派出所")
    starts = [date(2026, number, 1) for number in (9, 10, 11, 12)]
    book = DutyBook({(station, start): DutyMonth(station, start) for start in starts})
    found = counted_around(book, date(2026, 11, 24), b.county, b.policy)
    assert [of.month.month for of in found] == starts[1:3]


_EDITS = st.tuples(st.sampled_from(("move", "leave", "left", "posted", "terms")), st.integers(0, 2), _DATES)


@given(edits=st.lists(_EDITS, max_size=6))
def test_a_month_read_again_after_edits_is_the_month_read_afresh(edits: list[tuple[str, int, date]]) -> None:
    b = Building()
    station, other = b.unit("城关派出所"), b.unit("河口派出所")
    people = [*b.people(2, station), b.person(other)]
    rows = {person: dict.fromkeys(range(1, 31, 2), "duty") for person in people}
    done = {people[0]: {day: Attended("beat") for day in range(1, 31, 3)}}
    months = [replace(_planned(unit, rows), attended=done) for unit in (station, other)]
    for edit, who, day in edits:
        _edit(b, edit, people[who], other, day)
        afresh = counted_months([replace(month) for month in months], b.county, b.policy)
        for again, fresh in zip(counted_months(months, b.county, b.policy), afresh, strict=True):
            assert (again.month, again.there) == (fresh.month, fresh.there)
            assert again.out_of_place == fresh.out_of_place
            assert again.done_out_of_place == fresh.done_out_of_place


def _edit(b: Building, edit: str, person: int, unit: int, day: date) -> None:
    if edit == "move":
        b.move(person, MoveKind.TRANSFER, unit, Post.CASE, day)
    elif edit == "leave":
        b.absent(person, AbsenceKind.SICK, day, None)
    elif edit == "posted":
        changed = {id_: replace(p, from_=day) for id_, p in b.county.postings.items() if p.person == person}
        b.county = replace(b.county, postings={**b.county.postings, **changed})
    elif edit == "left":
        of = replace(b.county.people[person], left_on=day)
        b.county = replace(b.county, people={**b.county.people, person: of})
    else:
        b.override("counting.long_absence_days", day.day)
