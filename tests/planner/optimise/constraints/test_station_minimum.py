"""Every station has its five, or more where its own minimum says so."""

from __future__ import annotations

from tests.planner.optimise.constraints.small import county, planned, short


def test_five_are_enough() -> None:
    b, _, _ = county(present=5, office=7)
    assert planned(b).level("transfers") == 0


def test_a_small_station_is_filled_by_exactly_those_missing() -> None:
    b, _, _ = county(present=2)
    proposal = planned(b)
    assert (short(proposal, "station_minimum"), proposal.level("transfers")) == (0, 3)


def test_a_stations_own_minimum_raises_the_packs_and_never_lowers_it() -> None:
    b, _, _ = county(present=5, minimum=7)
    assert planned(b).level("transfers") == 2
    b, _, _ = county(present=3, minimum=2)
    assert planned(b).level("transfers") == 2


def test_what_cannot_be_filled_stays_short_in_people() -> None:
    b, _, _ = county(present=1, office=3)
    assert short(planned(b), "station_minimum") == 2, "two may leave the unit that keeps one"
