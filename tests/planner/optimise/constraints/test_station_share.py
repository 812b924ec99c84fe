"""Stations hold their share of everyone on the books, whoever is away."""

from __future__ import annotations

from planner.county.records import AbsenceKind, Post, UnitKind
from tests.planner.building import TODAY
from tests.planner.optimise.constraints.small import county, planned, short


def test_a_share_that_is_reached_moves_nobody() -> None:
    b, _, _ = county(present=6, office=9)
    assert planned(b).level("transfers") == 0


def test_the_share_is_reached_with_exactly_the_people_missing() -> None:
    b, _, _ = county(present=6, office=14)
    proposal = planned(b)
    assert (short(proposal, "station_share"), proposal.level("transfers")) == (0, 2), "8 of 20"


def test_whoever_is_away_stays_in_the_base() -> None:
    b, _, desk = county(present=6, office=9)
    for officer in b.people(5, desk, Post.CASE):
        b.absent(officer, AbsenceKind.SUSPENDED, TODAY)
    assert planned(b).level("transfers") == 2, "8 of 20, five of them absent"


def test_traffic_police_left_out_of_the_county_raise_no_share() -> None:
    b, _, _ = county(present=6, office=9)
    b.people(5, b.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True), Post.OTHER)
    assert planned(b).level("transfers") == 2
    b.override("counting.traffic", False)
    assert planned(b).level("transfers") == 0
