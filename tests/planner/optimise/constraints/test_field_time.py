"""What a station owes in a month fits into the hours of those who are not in their beats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.audit.obligations import Hours, hours_of, shortage
from planner.county.records import Category, Post
from tests.planner.building import Building
from tests.planner.optimise.constraints.small import county, moved, planned, short


def station(officers: int, counted: int, seats: int | None = 2) -> Building:
    """Return a station whose community share is just met by dedicated officers, and nobody else."""
    b = Building()
    unit = b.unit("城关派出所", duty_cover=seats)
    community = -(-40 * officers // 100)
    b.people(community, unit, Post.COMMUNITY)
    b.people(officers - community, unit, Post.CASE)
    b.override("duty.counted_hours", counted)
    return b


def hours(b: Building) -> Hours:
    [found] = hours_of(b.state()).values()
    return found


@pytest.mark.parametrize(("counted", "smallest"), [(24, 14), (16, 10)])
def test_the_frontier_of_the_design_is_where_it_says(counted: int, smallest: int) -> None:
    assert shortage(station(smallest, counted).state()) == 0
    assert shortage(station(smallest - 1, counted).state()) > 0


def test_hours_are_told_exactly() -> None:
    b = station(10, 24)
    told = hours(b)
    assert (told.needed, told.whole * 12) == (1440, 248 * 8)
    assert told.available * 60 == 6 * 248 * 8 * 5 + 4 * 248 * 8
    assert told.short == 2, "316 hours of 165 each"


def test_a_seat_is_taken_around_the_clock_by_shorter_duties_too() -> None:
    b = station(10, 8)
    assert hours(b).needed == 480, "two seats, 30 duties of 8 counted hours each"
    b.override("duty.presence_hours", 8)
    assert hours(b).needed == 1440, "three duties a day"


def test_without_given_obligations_nothing_is_planned() -> None:
    assert shortage(station(3, 24, seats=None).state()) == 0


def test_people_come_for_the_hours_that_are_missing() -> None:
    b, unit, _ = county(present=5, office=20, duty_cover=1)
    b.override("duty.counted_hours", 24)
    b.override("station_share.enforcement", "off")
    before = shortage(b.state())
    proposal = planned(b)
    assert before == 4, "720 hours, and five dedicated officers have 165 between them"
    assert (short(proposal, "field_time"), len(moved(proposal)) > 0) == (0, True)
    assert shortage(proposal.after.state) == 0
    assert {move.to_unit for move in proposal.moves} == {unit}


def test_the_reason_tells_the_hours_in_both_languages() -> None:
    b, _, _ = county(present=5, office=20, duty_cover=1)
    b.override("duty.counted_hours", 24)
    b.override("station_share.enforcement", "off")
    reason = planned(b).moves[0].reason
    assert "城关派出所每月值班等任务 720 工时,可用 165 工时" in reason.zh
    assert "少此一步差 1 人" in reason.zh
    assert "owes 720 hours a month for duty, has 165" in reason.en


def test_a_part_time_officer_has_the_whole_month() -> None:
    b = Building()
    unit = b.unit("城关派出所", duty_cover=1)
    b.people(5, unit, Post.COMMUNITY, dedicated=False)
    b.override("duty.counted_hours", 24)
    assert shortage(b.state()) == 0
    assert planned(b).moves == ()


def test_the_wide_reading_counts_duty_in_the_area_as_field_time() -> None:
    b = station(9, 24)
    assert shortage(b.state()) > 0
    b.override("counting.area", "station")
    assert shortage(b.state()) == 0


def test_auxiliaries_take_seats_but_never_the_last() -> None:
    b = station(6, 24)
    assert shortage(b.state()) == 6
    unit = b.state().stations()[0].id
    b.people(9, unit, category=Category.AUXILIARY)
    told = hours(b)
    assert told.needed == 720, "one of the two seats stays sworn"
    b.override("duty.auxiliary_share", 0)
    assert hours(b).needed == 1440


def test_set_hard_it_must_hold_or_there_is_no_plan() -> None:
    b = station(6, 24)
    b.override("field_time.enforcement", "hard")
    proposal = planned(b)
    assert (proposal.status, proposal.moves) == ("infeasible", ())


def test_registered_hours_of_reports_and_cases_add_to_the_duty() -> None:
    b = Building()
    unit = b.unit("城关派出所", report_hours=40, case_hours=300)
    b.people(5, unit, Post.CASE)
    assert hours_of(b.state())[unit].needed == 340
    assert shortage(b.state()) == 0
    b.county = replace(b.county, units={unit: replace(b.county.units[unit], duty_cover=1, case_hours=600)})
    hours = hours_of(b.state())[unit]
    assert (hours.needed, hours.short) == (880, 1), "240 of duty, 40 and 600; five officers have 826"


def test_auxiliaries_help_on_duty_and_with_nothing_else() -> None:
    b = Building()
    unit = b.unit("城关派出所", case_hours=100)
    b.people(3, unit, category=Category.AUXILIARY)
    assert hours_of(b.state())[unit].needed == 100
