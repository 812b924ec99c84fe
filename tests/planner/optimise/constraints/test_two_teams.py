"""A marked station keeps one in the command room and two on cases."""

from __future__ import annotations

from planner.county.records import Post
from tests.planner.building import Building
from tests.planner.optimise.constraints.small import planned, short


def marked(cases: int, mark: bool | None = True) -> Building:
    b = Building()
    unit = b.unit("城关派出所", two_teams_one_office=mark)
    b.person(unit, Post.COMMUNITY)
    b.person(unit, Post.COMMAND_ROOM)
    b.people(cases, unit, Post.CASE)
    return b


def test_where_enough_are_on_cases_one_may_take_a_beat() -> None:
    b = marked(cases=3)
    proposal = planned(b)
    assert (short(proposal, "community_share"), proposal.level("post_changes")) == (0, 1)


def test_the_last_two_on_cases_stay_there() -> None:
    b = marked(cases=2)
    b.override("station_minimum.required", 3)
    proposal = planned(b)
    assert (short(proposal, "community_share"), proposal.level("post_changes")) == (1, 0)


def test_an_unmarked_station_is_free_to_change() -> None:
    b = marked(cases=2, mark=None)
    assert short(planned(b), "community_share") == 0


def test_what_today_breaks_becomes_no_worse_than_today_and_is_told() -> None:
    proposal = planned(marked(cases=1))
    assert any("案件办理队现有 1 人,不足 2 人" in note.zh for note in proposal.notes)
