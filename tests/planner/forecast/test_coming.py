"""What is to happen to whom."""

from __future__ import annotations

from planner.county.records import AbsenceKind
from planner.forecast.events import EventKind
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import MOVES, RETIRES, RETURNS, AheadCounty


def test_all_that_is_to_come_is_listed_by_day_with_how_people_stood_before() -> None:
    county = AheadCounty()
    moved, absent = county.transfer(), county.leave()
    coming = county.forecast().coming
    assert [(c.event.date, c.event.kind, c.event.person) for c in coming][:2] == [
        (MOVES, EventKind.TRANSFERRED, moved),
        (RETURNS, EventKind.RETURNS, county.drawn_off),
    ]
    kinds = {c.event.kind for c in coming if c.event.person == absent}
    assert kinds == {EventKind.ABSENT, EventKind.BACK}
    [retires] = [c for c in coming if c.event.kind is EventKind.RETIRES]
    assert (retires.event.date, retires.was.home) == (RETIRES, county.station)
    assert [c.event.date for c in coming] == sorted(c.event.date for c in coming)


def test_who_joins_is_listed_with_the_unit_they_come_to() -> None:
    county = AheadCounty()
    recruit = county.person(county.station, joined_police=MOVES)
    [joins] = [c for c in county.forecast().coming if c.event.person == recruit]
    assert (joins.event.kind, joins.now.home) == (EventKind.JOINS, county.station)


def test_a_leave_too_short_to_count_is_no_event() -> None:
    county = AheadCounty()
    county.absent(county.stays[0], AbsenceKind.ANNUAL, RETURNS, RETURNS)
    assert county.stays[0] not in {c.event.person for c in county.forecast().coming}
    assert TODAY not in {c.event.date for c in county.forecast().coming}
