"""Cases need the qualification, where the policy asks for it and the roster says it is lacking."""

from __future__ import annotations

import pytest

from planner.county.records import Post
from tests.planner.building import TODAY, Building
from tests.planner.optimise.constraints.small import planned, short


def station(qualification: str, asked: bool = True) -> Building:
    """Return a marked station all of whose five officers are in the office."""
    b = Building()
    b.people(5, b.unit("城关派出所", two_teams_one_office=True), Post.OFFICE, qualification=qualification)
    b.override("planning.case_qualification", asked)
    return b


@pytest.mark.parametrize(("words", "asked"), [("中级", True), ("", True), ("无", False)])
def test_whoever_may_handle_cases_takes_the_post(words: str, asked: bool) -> None:
    b = station(words, asked)
    b.override("two_teams.case", 2)
    posts = {move.to_post for move in planned(b).moves}
    assert short(planned(b), "community_share") == 0
    assert posts <= {Post.COMMUNITY, Post.CASE, Post.COMMAND_ROOM}


@pytest.mark.parametrize("words", ["无", "未取得", "None"])
def test_without_the_qualification_the_case_post_is_closed(words: str) -> None:
    b = Building()
    unit = b.unit("城关派出所", duty_cover=1)
    b.people(5, unit, Post.COMMUNITY, qualification=words)
    b.override("duty.counted_hours", 16)
    b.override("planning.case_qualification", True)
    assert Post.CASE not in {move.to_post for move in planned(b).moves}
    assert short(planned(b), "field_time") == 0, "the office is open to them"


@pytest.mark.parametrize(("words", "cost"), [("中级", (0, 1, 1)), ("无", (1, 0, 0))])
def test_nobody_without_it_makes_room_for_a_case_officer_to_go(words: str, cost: tuple[int, ...]) -> None:
    b = Building()
    giving, short_of_one = b.unit("城关派出所", two_teams_one_office=True), b.unit("河口派出所")
    b.people(4, short_of_one, Post.COMMUNITY, pin="骨干")
    b.people(3, giving, Post.COMMUNITY, pin="骨干")
    b.people(2, giving, Post.CASE)
    b.person(giving, Post.OFFICE, qualification=words, in_unit_since=TODAY)
    b.override("planning.minimum_tenure_years", 2)
    b.override("planning.case_qualification", True)
    proposal = planned(b)
    levels = (proposal.level("transfers"), proposal.level("post_changes"))
    assert (short(proposal, "station_minimum"), *levels) == cost
