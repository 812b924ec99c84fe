from __future__ import annotations

from dataclasses import replace

from models.allocation.requirements import Kept, Minimum
from tests.models.allocation.small import costs, donor, mover, posed, receiver, solved

FOUR = [mover(i) for i in range(1, 5)]


def test_a_donor_gives_no_more_than_it_may_spare() -> None:
    outcome = solved(posed(FOUR, [receiver(), donor(beta=2)], Minimum({1: 4}, "minimum"), Kept({11: 3})))
    assert costs(outcome) == (1, 3, 0, 0)


def test_a_donor_below_what_it_keeps_gives_nobody_and_is_reported() -> None:
    outcome = solved(posed(FOUR, [receiver(), donor()], Minimum({1: 1}, "minimum"), Kept({11: 6})))
    assert costs(outcome) == (1, 0, 0, 0)
    assert [(r.kind, r.site, r.required, r.became) for r in outcome.relaxed] == [("Kept", 11, 6, 4)]


def test_a_soft_bound_is_a_level_and_is_not_relaxed() -> None:
    problem = posed(FOUR, [receiver(), donor()], Minimum({1: 2}, "minimum"), Kept({11: 6}, "kept"))
    outcome = solved(problem)
    assert costs(outcome) == (0, 4, 2, 0, 0)
    assert outcome.relaxed == ()


def test_the_order_of_levels_decides_between_soft_rules() -> None:
    problem = posed(FOUR, [receiver(), donor()], Kept({11: 4}, "kept"), Minimum({1: 2}, "minimum"))
    assert costs(solved(problem)) == (0, 2, 0, 0, 0)
    turned = replace(problem, levels=("minimum", "kept"))
    assert costs(solved(turned)) == (0, 2, 2, 0, 0)


def test_workers_present_from_elsewhere_count_as_kept() -> None:
    guest = replace(mover(9, home=12), current=11)
    sites = [receiver(), donor(11, beta=1), donor(12)]
    assert costs(solved(posed([guest], sites, Minimum({1: 1}, "minimum"), Kept({11: 2})))) == (1, 0, 0, 0)
