"""One unit hands over at most so many, and the others help."""

from __future__ import annotations

from planner.county.records import Post, UnitKind
from tests.planner.optimise.constraints.small import county, moved, planned, short


def test_none_is_no_limit() -> None:
    b, _, _ = county(present=2)
    assert len(moved(planned(b))) == 3


def test_a_limit_spreads_the_transfers_over_units() -> None:
    b, _, desk = county(present=2)
    other = b.unit("治安大队", UnitKind.ENFORCEMENT, minimum=1)
    b.people(2, other, Post.CASE)
    b.override("planning.handover_limit", 2)
    proposal = planned(b)
    homes = [proposal.before.state.placed[person].home for person in moved(proposal)]
    assert sorted(homes) == sorted([desk, desk, other])


def test_where_nobody_else_can_help_the_shortage_is_exact() -> None:
    b, _, _ = county(present=2)
    b.override("planning.handover_limit", 1)
    proposal = planned(b)
    assert (len(moved(proposal)), short(proposal, "station_minimum")) == (1, 2)
