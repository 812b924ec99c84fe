"""Community officers are their share of each judged station."""

from __future__ import annotations

from planner.county.records import MoveKind, Post
from tests.planner.building import Building
from tests.planner.optimise.constraints.small import moved, planned, short


def station(community: int, others: int, **fields: object) -> Building:
    b = Building()
    unit = b.unit("城关派出所", **fields)
    b.people(community, unit, Post.COMMUNITY)
    b.people(others, unit, Post.OFFICE)
    return b


def test_two_of_five_are_enough() -> None:
    assert planned(station(2, 3)).moves == ()


def test_whole_numbers_make_it_three_of_six() -> None:
    proposal = planned(station(2, 4))
    assert (short(proposal, "community_share"), proposal.level("post_changes")) == (0, 1)
    assert len(moved(proposal, MoveKind.POST_CHANGE)) == 1


def test_a_station_where_everybody_holds_a_beat_is_not_judged() -> None:
    assert planned(station(0, 6, two_teams_one_office=False)).moves == ()


def test_a_leader_counts_only_with_a_beat() -> None:
    for beat, changes in (("东街", 0), ("", 1)):
        b = station(1, 3)
        b.person(next(iter(b.county.units)), Post.LEADER, beat=beat)
        assert planned(b).level("post_changes") == changes
