"""Whoever is drawn off within the bureau's power comes home, at no transfer's cost."""

from __future__ import annotations

from planner.county.records import MoveKind, Post
from tests.planner.optimise.constraints.small import county, moved, planned, short


def test_nobody_drawn_off_leaves_nothing_to_do() -> None:
    b, _, _ = county(present=5)
    assert (short(planned(b), "secondment"), moved(planned(b), MoveKind.RETURN)) == (0, [])


def test_a_draw_off_returns_and_one_kept_with_approval_does_not() -> None:
    b, station, desk = county(present=5)
    due, kept = b.person(station, Post.CASE), b.person(station, Post.CASE)
    b.second(due, desk)
    b.second(kept, desk, kept_with_approval=True)
    assert moved(planned(b), MoveKind.RETURN) == [due]


def test_each_return_costs_no_transfer_and_no_post_change() -> None:
    b, station, desk = county(present=5)
    for officer in b.people(3, station, Post.COMMUNITY):
        b.second(officer, desk)
    proposal = planned(b)
    assert len(moved(proposal, MoveKind.RETURN)) == 3
    assert (proposal.level("transfers"), proposal.level("post_changes")) == (0, 0)


def test_a_pin_does_not_excuse_a_draw_off() -> None:
    b, station, desk = county(present=5)
    pinned = b.person(station, Post.CASE, pin="骨干")
    b.second(pinned, desk)
    assert moved(planned(b), MoveKind.RETURN) == [pinned]


def test_beyond_the_bureaus_power_nobody_is_returned_but_in_the_second_result() -> None:
    b, station, _ = county(present=5)
    away = b.person(station, Post.CASE)
    b.second(away, None, to_outside="州公安局")
    proposal = planned(b)
    assert (moved(proposal, MoveKind.RETURN), proposal.to_negotiate) == ([], (away,))
    second = proposal.once_outside_returned
    assert second is not None
    assert moved(second, MoveKind.RETURN) == [away]
