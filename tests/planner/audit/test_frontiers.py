from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from planner.audit.frontier_words import sentences
from planner.audit.frontiers import (
    ALL,
    Crew,
    Goal,
    Terms,
    WayOut,
    can_hold,
    crew_of,
    frontier,
    frontiers,
    maximal_sets,
    smallest,
    terms_of,
)
from planner.county.records import Category, Post, Unit
from planner.policy.policy import default_policy
from planner.policy.share import Share
from tests.planner.building import Building

DUTY_COUNTS = Terms(
    cover=2,
    presence=24,
    counted=24,
    days=30,
    interval=3,
    month=Fraction(248 * 8, 12),
    field_time=Share(80, 100),
    community=Share(40, 100),
    wide=False,
)


def test_a_station_needs_ten_if_only_rest_limits_duty_and_fourteen_if_every_hour_counts() -> None:
    found = frontier(1, Crew(sworn=9), DUTY_COUNTS)
    assert (found.by_rest, found.smallest) == (10, 14)


@pytest.mark.parametrize("n", range(1, 30))
def test_the_smallest_station_is_the_line_between_those_that_can_and_those_that_cannot(n: int) -> None:
    assert can_hold(Crew(n), DUTY_COUNTS, ALL) == (n >= 14)
    assert can_hold(Crew(n), DUTY_COUNTS, ALL - {Goal.HOURS}) == (n >= 10)


@pytest.mark.parametrize(("leaders", "needed"), [(1, 7), (2, 9), (3, 10)])
def test_two_teams_with_leaders_without_a_beat_need_seven_nine_or_ten(leaders: int, needed: int) -> None:
    crew = Crew(sworn=5, tied=leaders + 3)
    assert smallest(crew, DUTY_COUNTS, frozenset({Goal.COMMUNITY})) == needed


def test_seven_officers_have_to_choose() -> None:
    sets = maximal_sets(Crew(7, dedicated=3), DUTY_COUNTS)
    assert frozenset({Goal.COVER, Goal.COMMUNITY}) in sets
    assert frozenset({Goal.FIELD_TIME, Goal.COMMUNITY, Goal.HOURS}) in sets
    assert all(Goal.COVER not in goals or Goal.FIELD_TIME not in goals for goals in sets)


def test_every_set_below_a_maximal_one_holds_and_none_above_it() -> None:
    crew = Crew(11, dedicated=4)
    sets = maximal_sets(crew, DUTY_COUNTS)
    for goals in sets:
        assert can_hold(crew, DUTY_COUNTS, goals)
        assert not any(can_hold(crew, DUTY_COUNTS, goals | {goal}) for goal in ALL - goals)


def test_each_way_out_lets_a_smaller_station_do() -> None:
    found = frontier(1, Crew(7, dedicated=3, reports=100), DUTY_COUNTS)
    bought = {way.way: way.smallest for way in found.ways}
    assert bought[WayOut.AUXILIARY] == bought[WayOut.SHARED] == 9  # thirty duties and reports take 820
    assert bought[WayOut.WIDE] == 10  # ten officers have 1653 hours, sixty duties and reports take 1540
    assert bought[WayOut.NO_REPORTS] == 14


def test_auxiliaries_take_seats_but_never_the_last() -> None:
    alone = smallest(Crew(5, auxiliaries=100), DUTY_COUNTS)
    assert alone == smallest(Crew(5), replace(DUTY_COUNTS, second_is_auxiliary=True))


def test_a_station_where_all_hold_beats_has_nobody_dedicated() -> None:
    assert can_hold(Crew(6, all_beats=True), DUTY_COUNTS, ALL - {Goal.HOURS})


def test_no_number_of_officers_does_where_field_time_is_everything_and_all_are_community() -> None:
    nobody = replace(DUTY_COUNTS, field_time=Share(1, 1), community=Share(1, 1))
    assert smallest(Crew(5), nobody) is None


def test_people_and_numbers_come_from_the_county() -> None:
    b = Building()
    b.override("duty.counted_hours", 24)
    station = b.unit("城关派出所", two_teams_one_office=True, report_hours=12)
    b.person(station, Post.LEADER)
    b.people(3, station, Post.COMMUNITY)
    b.people(2, station, category=Category.AUXILIARY)
    state = b.state()
    crew = crew_of(state, b.county.units[station])
    assert crew == Crew(sworn=4, dedicated=3, tied=4, auxiliaries=2, reports=12)
    assert replace(DUTY_COUNTS) == terms_of(b.policy, b.county.units[station], wide=False)
    narrow, wide = frontiers(state, b.county.units[station])
    assert (narrow.terms.wide, wide.terms.wide, narrow.holds) == (False, True, False)


def test_the_sentences_name_what_holds_and_the_ways_out() -> None:
    said = [text.zh for text in sentences(frontier(1, Crew(7, dedicated=3), DUTY_COUNTS))]
    assert said[0].startswith("按“本人责任区”口径,现有民警7人,四项不能同时做到;最多可同时做到:")
    assert "四项同时做到:至少需民警14人;只受休息限制、不限工时:至少需民警10人。" in said
    assert any(words.startswith("辅警作为值班第二人:现有民警四项可同时做到") for words in said)


def test_where_no_number_does_the_sentence_says_so() -> None:
    nobody = replace(DUTY_COUNTS, field_time=Share(1, 1), community=Share(1, 1))
    said = [text.en for text in sentences(frontier(1, Crew(5), nobody))]
    assert (
        "All four together: no number of officers will do; "
        "if only rest limits duty: no number of officers will do." in said
    )


def test_a_large_station_is_told_that_all_four_hold() -> None:
    assert "all four together" in sentences(frontier(1, Crew(14), DUTY_COUNTS))[0].en


def test_a_station_with_its_own_cover_is_counted_with_it() -> None:
    assert terms_of(default_policy(), Unit(1, "所", duty_cover=3), wide=True).cover == 3


def test_a_station_without_officers_is_promised_nothing() -> None:
    said = [text.zh for text in sentences(frontier(1, Crew(0), DUTY_COUNTS))]
    assert said[0] == "按“本人责任区”口径,现无民警在岗。"
    assert len(said) == 2
