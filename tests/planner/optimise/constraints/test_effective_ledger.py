"""Counted on the effective ledger, people weigh what the pack says and shortages are whole people."""

from __future__ import annotations

from planner.county.records import Category, Post, SecondmentKind
from planner.optimise.movable import Bar
from tests.planner.building import Building
from tests.planner.optimise.constraints.small import county, planned, short


def effective(b: Building, probationer: int) -> Building:
    b.override("planning.ledger", "effective")
    b.override("weight.probationer", probationer)
    return b


def test_with_whole_weights_nothing_changes() -> None:
    b, _, _ = county(present=3)
    assert planned(effective(b, 100)).level("transfers") == planned(b).level("transfers") == 2


def test_halves_count_half_towards_the_minimum() -> None:
    b, station, _ = county(present=3)
    b.people(2, station, Post.COMMUNITY, category=Category.PROBATIONER)
    assert planned(b).level("transfers") == 1, "the share: 6 of 13"
    proposal = planned(effective(b, 50))
    assert (short(proposal, "station_minimum"), proposal.level("transfers")) == (0, 2), (
        "3 + 2 halves + 1, then 2"
    )


def test_reasons_count_as_the_plan_does() -> None:
    b, station, _ = county(present=3)
    b.people(2, station, Post.COMMUNITY, category=Category.PROBATIONER)
    reasons = [move.reason for move in planned(effective(b, 50)).moves]
    assert all("派出所折算 4 人,调整后 6 人,按 40% 须有 5.2 人" in reason.zh for reason in reasons)
    assert all("Stations have 4 of 13, 6 with the plan, 5.2 needed" in reason.en for reason in reasons)


def test_a_part_of_a_person_short_is_a_whole_person_short() -> None:
    b, station, _ = county(present=4, office=0)
    b.person(station, Post.COMMUNITY, category=Category.PROBATIONER)
    assert short(planned(effective(b, 30)), "station_minimum") == 1


def test_whoever_weighs_otherwise_while_detailed_down_is_not_moved() -> None:
    b, station, desk = county(present=5)
    down = b.person(desk)
    b.second(down, station, kind=SecondmentKind.DETAILED_DOWN)
    b.override("weight.detailed_down", 80)
    assert planned(b).movable.bars[down] is None
    assert planned(effective(b, 100)).movable.bars[down] is Bar.DETAILED_DOWN
