"""Units that open and close, and report hours that are cut, on a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.county.dated_units import county_on, unit_on
from planner.county.records import ReportCut, Unit
from planner.document import Document
from planner.edits.units import correct_units
from planner.optimise.accept import is_current
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building, share_county

DAY = timedelta(days=1)


def test_a_unit_is_there_from_its_first_day_to_the_day_before_it_closes() -> None:
    unit = Unit(1, "城关派出所", opened=TODAY, closed=TODAY + 10 * DAY)
    days = (TODAY - DAY, TODAY, TODAY + 9 * DAY, TODAY + 10 * DAY)
    assert [unit.exists(day) for day in days] == [False, True, True, False]


def test_a_county_without_dated_units_is_itself_on_every_date() -> None:
    county = share_county(3, 4).county
    assert county_on(county, TODAY) is county


def test_cuts_come_off_the_report_hours_from_their_days_and_never_below_zero() -> None:
    unit = Unit(
        1, "城关派出所", report_hours=50, report_cuts=(ReportCut(TODAY, 20), ReportCut(TODAY + DAY, 40))
    )
    assert [unit_on(unit, TODAY + n * DAY).report_hours for n in (-1, 0, 1)] == [50, 30, 0]
    assert unit_on(unit_on(unit, TODAY), TODAY) == unit_on(unit, TODAY)
    assert unit_on(replace(unit, report_hours=None), TODAY).report_hours is None


def test_a_station_that_is_closed_is_not_judged_and_its_people_are_counted_in_the_county_only() -> None:
    b = Building()
    station = b.unit("城关派出所", closed=TODAY)
    people = b.people(6, station)
    b.second(people[0], None, to_outside="县委", from_=date(2026, 1, 5))
    before, after = b.audit(TODAY - DAY), b.audit(TODAY)
    assert before.target("station_minimum", unit=station) is not None
    assert after.target("station_minimum", unit=station) is None
    assert len(after.state.counted()) == 6


def test_a_proposal_for_a_county_with_dated_units_is_current() -> None:
    b = share_county(3, 7)
    b.unit("新区派出所", opened=TODAY + DAY)
    document = Document(b.county, b.policy)
    proposal = plan(document, TODAY)
    assert is_current(proposal, document, TODAY)
    renamed = correct_units(document, {next(iter(b.county.units)): {"maximum": 99}})
    assert not is_current(proposal, renamed, TODAY)


def test_people_left_in_a_closed_unit_are_not_planned_and_stop_no_plan() -> None:
    b = share_county(3, 7)
    closed = b.unit("老街派出所", closed=TODAY)
    left = b.people(2, closed)
    proposal = plan(Document(b.county, b.policy), TODAY)
    assert not set(left) & {move.person for move in proposal.moves}
    assert proposal.moves
