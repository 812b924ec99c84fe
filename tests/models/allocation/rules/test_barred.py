from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation.requirements import Minimum, Returns
from tests.models.allocation.small import borrowed, costs, donor, mover, places, posed, receiver, solved

SITES = [receiver(1), receiver(2), donor()]


def test_a_barred_site_is_never_reached_by_a_transfer() -> None:
    worker = replace(mover(1), barred=frozenset({1}))
    assert costs(solved(posed([worker], SITES, Minimum({1: 1}, "minimum")))) == (1, 0, 0, 0)
    assert costs(solved(posed([worker], SITES, Minimum({2: 1}, "minimum")))) == (0, 1, 0, 0)


def test_others_go_where_somebody_is_barred() -> None:
    workers = [replace(mover(1), barred=frozenset({1})), mover(2, cost=6)]
    outcome = solved(posed(workers, SITES, Minimum({1: 1, 2: 1}, "minimum")))
    assert (places(outcome)[1][0], places(outcome)[2][0]) == (2, 1)
    assert costs(outcome) == (0, 2, 0, 6)


@pytest.mark.parametrize("site", [1, 11])
def test_being_barred_from_home_or_a_donor_changes_nothing(site: int) -> None:
    workers = [replace(mover(i, home=1), barred=frozenset({site}) if i == 1 else frozenset()) for i in (1, 2)]
    outcome = solved(posed(workers, SITES, Minimum({2: 2}, "minimum")))
    assert costs(outcome) == (0, 2, 0, 0)


def test_a_return_home_is_no_transfer_and_never_barred() -> None:
    worker = replace(borrowed(1), barred=frozenset({1}))
    assert costs(solved(posed([worker], SITES, Returns("returns")))) == (0, 0, 0, 0)


def test_home_and_then_elsewhere_is_barred_like_any_transfer() -> None:
    worker = replace(borrowed(1), movable=True, barred=frozenset({2}))
    problem = posed([worker], SITES, Returns("returns"), Minimum({2: 1}, "minimum"))
    assert costs(solved(problem)) == (0, 1, 0, 0, 0)
