from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.records import Post, Unit, UnitKind
from planner.county.state import Placed, State
from planner.optimise.hardship import (
    kilometres,
    post_change_hardship,
    transfer_hardship,
    travel_hardship,
    travel_minutes,
    whole_years,
)
from tests.planner.building import Building


def _placed(post: Post, beat: str = "", since: date | None = None, **person: Any) -> tuple[Placed, State]:
    b = Building()
    id_ = b.person(b.unit("城关派出所"), post, beat, **person)
    postings = {i: replace(p, in_position_since=since) for i, p in b.county.postings.items()}
    b.county = replace(b.county, postings=postings)
    state = b.state()
    return state.placed[id_], state


def test_without_data_a_change_costs_nothing() -> None:
    placed, state = _placed(Post.COMMUNITY)
    assert (transfer_hardship(placed, state), post_change_hardship(placed, state)) == (0, 0)


def test_each_year_nearer_to_retirement_costs_ten() -> None:
    placed, state = _placed(Post.CASE, left_on=date(2029, 11, 24))
    assert transfer_hardship(placed, state) == 20, "three full years of a horizon of five"


def test_a_beat_held_for_years_costs_two_a_year_up_to_five_years() -> None:
    placed, state = _placed(Post.COMMUNITY, "东街", date(2023, 11, 24))
    assert transfer_hardship(placed, state) == post_change_hardship(placed, state) == 6
    placed, state = _placed(Post.COMMUNITY, "东街", date(2001, 1, 1))
    assert transfer_hardship(placed, state) == 10


def test_an_officer_of_another_post_keeps_the_beat_when_the_post_changes() -> None:
    placed, state = _placed(Post.CASE, "东街", date(2023, 11, 24))
    assert (transfer_hardship(placed, state), post_change_hardship(placed, state)) == (6, 0)


def test_travel_is_the_minutes_of_the_distance_where_both_positions_are_known() -> None:
    _, state = _placed(Post.CASE)
    office = Unit(1, "机关", kind=UnitKind.ADMINISTRATIVE, longitude=100.0, latitude=25.0)
    degree_north = Unit(2, "北所", longitude=100.0, latitude=26.0)
    assert kilometres(office, degree_north) == 111
    assert travel_minutes(office, degree_north, state) == 222
    assert travel_hardship(office, degree_north, state) == 222
    assert travel_hardship(office, Unit(3, "西所"), state) == 0


def test_years_are_full_years() -> None:
    assert whole_years(date(2020, 6, 15), date(2025, 6, 14)) == 4
    assert whole_years(date(2020, 6, 15), date(2025, 6, 15)) == 5
    assert whole_years(date(2025, 6, 15), date(2020, 6, 15)) == 0
