from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.county.belonging import Membership, duty_units, members, serves
from planner.county.calendar import days_of
from planner.county.in_force import open_absences
from planner.county.records import AbsenceKind, Category, MoveKind, Post, SecondmentKind, UnitKind
from planner.county.state import state
from tests.planner.building import Building

NOVEMBER = date(2026, 11, 1)
ALL = frozenset(range(1, 31))


def _members(b: Building, unit: int) -> Membership:
    return members(b.county, b.policy, unit, NOVEMBER)


def test_officers_and_auxiliaries_belong_and_support_staff_does_not() -> None:
    b = Building()
    station = b.unit("城关派出所")
    officer = b.person(station)
    helper = b.person(station, category=Category.AUXILIARY)
    b.person(station, category=Category.SUPPORT)
    there = _members(b, station)
    assert list(there) == [officer, helper]
    assert there[helper].days == ALL


def test_a_transfer_divides_the_month_between_two_units() -> None:
    b = Building()
    old, new = b.unit("城关派出所"), b.unit("河口派出所")
    officer = b.person(old)
    b.move(officer, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 16))
    assert _members(b, old)[officer].days == frozenset(range(1, 16))
    assert _members(b, new)[officer].days == frozenset(range(16, 31))


def test_who_is_drawn_off_belongs_to_the_borrowing_unit_until_the_return() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    officer = b.person(station)
    b.second(officer, office, from_=date(2026, 10, 1), returned_on=date(2026, 11, 10))
    assert _members(b, station)[officer].days == frozenset(range(11, 31))
    assert _members(b, office)[officer].days == frozenset(range(1, 11))


def test_days_after_leaving_the_service_do_not_belong() -> None:
    b = Building()
    station = b.unit("城关派出所")
    officer = b.person(station, left_on=date(2026, 11, 20))
    helper = b.person(station, category=Category.AUXILIARY, left_on=date(2026, 11, 2))
    b.person(station, category=Category.AUXILIARY, left_on=date(2026, 10, 2))
    there = _members(b, station)
    assert there[officer].days == frozenset(range(1, 20))
    assert there[helper].days == frozenset({1})
    assert len(there) == 2


def test_days_of_leave_belong_but_are_not_plannable() -> None:
    b = Building()
    station = b.unit("城关派出所")
    officer = b.person(station)
    b.absent(officer, AbsenceKind.ANNUAL, date(2026, 11, 9), date(2026, 11, 10))
    of = _members(b, station)[officer]
    assert of.days == ALL
    assert [day for day in sorted(of.days) if not of.is_plannable(day)] == [9, 10]


def test_stations_and_after_them_custody_units_keep_duty_rosters() -> None:
    b = Building()
    custody = b.unit("看守所", UnitKind.CUSTODY)
    station = b.unit("城关派出所")
    b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.unit("铁路派出所", ours=False)
    assert [unit.id for unit in duty_units(b.county)] == [station, custody]


_DATES = st.dates(date(2026, 9, 20), date(2026, 12, 5))
_SPANS = st.tuples(_DATES, st.integers(0, 60))


def _end(span: tuple[date, int]) -> date:
    return span[0] + timedelta(days=span[1])


@given(
    moved=st.lists(_DATES, max_size=2),
    lent=st.lists(st.tuples(_SPANS, st.sampled_from(SecondmentKind), st.booleans()), max_size=2),
    away=st.lists(st.tuples(_SPANS, st.sampled_from(AbsenceKind), st.booleans()), max_size=2),
    left=st.none() | _DATES,
)
def test_every_day_of_a_month_is_read_as_the_day_itself_is(
    moved: list[date],
    lent: list[tuple[tuple[date, int], SecondmentKind, bool]],
    away: list[tuple[tuple[date, int], AbsenceKind, bool]],
    left: date | None,
) -> None:
    b = Building()
    old, new = b.unit("城关派出所"), b.unit("河口派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    officer = b.person(old, left_on=left)
    for day, unit in zip(moved, (new, office), strict=False):
        b.move(officer, MoveKind.TRANSFER, unit, Post.COMMUNITY, day)
    for span, kind, back in lent:
        end = {"returned_on": _end(span)} if back else {"until": _end(span)}
        b.second(officer, new, from_=span[0], kind=kind, **end)
    for span, why, over in away:
        b.absent(officer, why, span[0], _end(span) if over else None)
    for unit in (old, new, office):
        of = _members(b, unit).get(officer)
        for day in days_of(NOVEMBER):
            placed = state(b.county, day, b.policy).placed[officer]
            here = placed.working == unit and serves(placed, day)
            absent = officer in open_absences(b.county, day)
            assert (of is not None and day.day in of.days) is here
            assert (of is not None and day.day in of.absences) is (here and absent)
