from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from planner.audit.ledgers import Ledger
from planner.county.calendar import days_of, is_workday
from planner.county.duty import NO_DUTY
from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from planner.county.state import Standing, state
from planner.document import Document
from planner.edits.scenarios import new_scenario
from planner.returns.calendar import return_calendar
from planner.returns.changes import return_changes
from planner.returns.records import Apart, Limits, ReturnCalendar
from planner.samples.generate import generate
from planner.scenarios.adding import with_changes
from planner.scenarios.applying import applied
from tests.planner.building import TODAY, Building
from tests.planner.samples.as_county import as_county

DECEMBER = date(2026, 12, 1)


class Away(Building):
    """Two stations, two units that borrow; nobody away yet."""

    def __init__(self) -> None:
        super().__init__()
        self.big, self.small = self.unit("城关派出所"), self.unit("河口派出所")
        self.office = self.unit("政工室", UnitKind.ADMINISTRATIVE)
        self.brigade = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        self.people(6, self.big, Post.COMMUNITY)
        self.people(4, self.small, Post.COMMUNITY)
        self.people(5, self.office)
        self.people(5, self.brigade)

    def away(self, station: int, to: int | None = None, **fields: object) -> int:
        person = self.person(station, Post.CASE)
        self.second(person, to, **{"from_": date(2026, 1, 5), **fields})
        return person

    def calendar(self, unit: int = 0, overall: int = 0, start: date = DECEMBER) -> ReturnCalendar:
        document = Document(self.county, self.policy)
        return return_calendar(document, TODAY, start, Limits(unit, overall))


def days(calendar: ReturnCalendar) -> dict[int, date]:
    return {one.placed.person.id: one.on for one in calendar.returns}


def test_the_longest_overdue_come_first_then_the_planned_ends_then_the_longest_away() -> None:
    b = Away()
    open_, longer = b.away(b.big, b.office), b.away(b.big, b.office, from_=date(2025, 3, 1))
    planned = b.away(b.big, b.office, until=date(2027, 6, 1))
    overdue = b.away(b.big, b.office, until=date(2026, 9, 30))
    more = b.away(b.big, b.office, until=date(2026, 8, 31))
    calendar = b.calendar(unit=1)
    assert list(days(calendar)) == [more, overdue, planned, longer, open_]
    assert [on.month for on in days(calendar).values()] == [12, 1, 2, 3, 4]
    assert [one.why.en for one in calendar.returns] == [
        "85 days overdue (should have ended 2026-08-31)",
        "55 days overdue (should have ended 2026-09-30)",
        "planned end 2027-06-01",
        "no planned end, away for 634 days",
        "no planned end, away for 324 days",
    ]
    assert calendar.overdue == 2
    assert [month.overdue for month in calendar.months] == [1, 0, 0, 0, 0]
    assert [month.away for month in calendar.months] == [4, 3, 2, 1, 0]


def test_among_equals_the_station_shortest_of_people_gets_its_officer_first() -> None:
    b = Away()
    big, small = b.away(b.big, b.office), b.away(b.small, b.brigade)
    assert list(days(b.calendar(overall=1))) == [small, big]


def test_no_limit_brings_everybody_home_on_the_first_working_day() -> None:
    b = Away()
    people = {b.away(b.big, b.office), b.away(b.big, b.office), b.away(b.small, b.brigade)}
    calendar = b.calendar(start=date(2027, 1, 1))
    assert set(days(calendar)) == people
    assert set(days(calendar).values()) == {date(2027, 1, 4)}
    assert calendar.home_by == date(2027, 1, 4)


def test_whoever_is_kept_with_approval_waits_for_its_end() -> None:
    b = Away()
    kept = b.away(b.big, b.office, kept_with_approval=True, kept_until=date(2027, 2, 10))
    forever = b.away(b.big, b.office, kept_with_approval=True)
    calendar = b.calendar()
    assert days(calendar) == {kept: date(2027, 2, 11)}
    assert [(one.placed.person.id, one.reason) for one in calendar.apart] == [(forever, Apart.KEPT)]


def test_those_outside_the_bureau_are_to_be_negotiated() -> None:
    b = Away()
    outside = b.away(b.big, None, to_outside="省公安厅", until=date(2026, 10, 5))
    calendar = b.calendar()
    [one] = calendar.apart
    assert (one.placed.person.id, one.reason, one.end, one.overdue_now) == (
        outside,
        Apart.OUTSIDE,
        date(2026, 10, 5),
        50,
    )
    assert calendar.returns == ()
    assert calendar.home_by is None
    assert calendar.overdue == 1


def test_a_return_approved_already_takes_its_place_and_is_not_written_again() -> None:
    b = Away()
    arranged, other = b.away(b.big, b.office), b.away(b.big, b.office, until=date(2026, 1, 31))
    b.move(arranged, MoveKind.RETURN, b.big, Post.CASE, date(2026, 12, 16))
    calendar = b.calendar(unit=1)
    assert days(calendar) == {arranged: date(2026, 12, 16), other: date(2027, 1, 4)}
    assert [change.person for change in return_changes(calendar)] == [other]


def test_whoever_is_long_absent_when_the_turn_comes_is_set_apart() -> None:
    b = Away()
    first, second = b.away(b.big, b.office, until=date(2026, 1, 31)), b.away(b.big, b.office)
    b.absent(second, AbsenceKind.MATERNITY, date(2026, 12, 20), date(2027, 8, 1))
    calendar = b.calendar(unit=1)
    assert list(days(calendar)) == [first]
    assert [one.reason for one in calendar.apart] == [Apart.LEAVES]


def test_a_draw_off_that_begins_later_is_listed() -> None:
    b = Away()
    b.away(b.big, b.office)
    later = b.away(b.big, b.office, from_=date(2026, 12, 15))
    [one] = b.calendar().apart
    assert (one.placed.person.id, one.reason) == (later, Apart.BEGINS_LATER)


def test_a_county_without_draw_offs_has_one_quiet_month() -> None:
    calendar = Away().calendar()
    assert [(month.first, month.returns, month.away) for month in calendar.months] == [(DECEMBER, (), 0)]


def test_shares_and_shortfalls_follow_every_month() -> None:
    b = Away()
    b.away(b.small, b.office, until=date(2026, 10, 1))
    b.away(b.small, b.office)
    months = b.calendar(unit=1).months
    assert [(m.share.numerator, m.share.denominator) for m in months if m.share] == [(11, 22), (12, 22)]
    assert [m.short.get(b.small, 0) for m in months] == [0, 0]
    assert [(m.community.numerator, m.community.denominator) for m in months if m.community] == [
        (10, 11),
        (10, 12),
    ]


@cache
def county(seed: int) -> Document:
    return Document(as_county(generate(seed, 150)))


@given(seed=st.integers(0, 5), unit=st.integers(0, 3), overall=st.integers(0, 4), late=st.integers(0, 3))
def test_laws_of_the_calendar(seed: int, unit: int, overall: int, late: int) -> None:
    document = county(seed)
    start = date(2026 + (11 + late) // 12, (11 + late) % 12 + 1, 1)
    calendar = return_calendar(document, TODAY, start, Limits(unit, overall))
    now = state(document.county, start, document.policy)
    drawn = [p for p in now.placed.values() if p.drawn_off]

    # everyone within the bureau's power comes home exactly once, or is set apart with a reason
    listed = Counter(one.placed.person.id for one in (*calendar.returns, *calendar.apart))
    assert set(listed.values()) <= {1}
    assert {p.person.id for p in drawn} <= set(listed)
    inside = {
        p.person.id for p in drawn if p.standing is not Standing.SECONDED_OUTSIDE and not now.is_kept(p)
    }
    away = {one.placed.person.id for one in calendar.apart if one.reason is not Apart.LEAVES}
    assert not inside & away

    # the limits hold in every month and for every unit, on working days of the month
    for month in calendar.months:
        from_units = Counter(one.placed.working for one in month.returns)
        assert not unit or max(from_units.values(), default=0) <= unit
        assert not overall or len(month.returns) <= overall
        for one in month.returns:
            assert start <= one.on
            assert one.on in days_of(month.first)
            assert is_workday(one.on, NO_DUTY)

    # the share after the last month is that of the county with all of them returned
    written = with_changes(new_scenario(document, "方案"), 1, return_changes(calendar), name="")
    made = applied(written, 1)
    assert made.conflicts == ()
    for month in calendar.months:
        audit = made.document.audit(days_of(month.first)[-1])
        share = audit.target("station_share", Ledger.PRESENT)
        assert share is not None
        assert month.share is not None
        assert share.numerator == month.share.numerator
        assert sum(p.drawn_off for p in audit.state.placed.values()) == month.away


def test_an_earlier_secondment_that_is_over_hides_no_return_arranged_for_the_one_in_force() -> None:
    b = Away()
    person = b.away(b.big, b.office, until=date(2026, 12, 31), returned_on=date(2026, 12, 15))
    b.second(person, b.office, from_=date(2025, 1, 6), returned_on=date(2025, 3, 31))
    [one] = b.calendar().returns
    assert (one.on, one.arranged) == (date(2026, 12, 16), True)


def test_notes_of_the_changes_say_why_in_both_languages() -> None:
    b = Away()
    b.away(b.big, b.office, until=date(2026, 9, 30))
    calendar = b.calendar()
    assert [change.noted for change in return_changes(calendar)] == [calendar.returns[0].why]


def test_who_retires_before_the_day_in_the_same_month_does_not_return() -> None:
    b = Away()
    for left_on in (date(2026, 12, 10), date(2026, 12, 31)):
        person = b.person(b.big, Post.CASE, left_on=left_on)
        kept = {"kept_with_approval": True, "kept_until": date(2026, 12, 18)}
        b.second(person, b.office, from_=date(2026, 1, 5), **kept)
    calendar = b.calendar()
    assert [one.on for one in calendar.returns] == [date(2026, 12, 21)]
    assert [one.reason for one in calendar.apart] == [Apart.LEAVES]
