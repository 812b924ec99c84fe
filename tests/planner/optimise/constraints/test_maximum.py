"""A station takes no transfer above its maximum, and loses nobody by it."""

from __future__ import annotations

from planner.county.records import MoveKind, Post
from tests.planner.optimise.constraints.small import county, moved, planned, short


def test_a_maximum_that_is_not_reached_changes_nothing() -> None:
    b, _, _ = county(present=3, maximum=5)
    assert planned(b).level("transfers") == 2


def test_a_maximum_keeps_transfers_away_and_the_shortage_is_exact() -> None:
    b, _, _ = county(present=3, office=12, maximum=4)
    proposal = planned(b)
    assert proposal.level("transfers") == 1
    assert (short(proposal, "station_minimum"), short(proposal, "station_share")) == (1, 2)


def test_its_own_officers_come_home_all_the_same() -> None:
    b, station, desk = county(present=5, maximum=5)
    away = b.person(station, Post.COMMUNITY)
    b.second(away, desk)
    assert moved(planned(b), MoveKind.RETURN) == [away]
