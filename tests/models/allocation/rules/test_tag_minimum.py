from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation.model import solve
from models.allocation.problem import Site, Worker
from models.allocation.requirements import Minimum, TagMinimum
from tests.models.allocation.small import BETA, POSTS, costs, donor, mover, places, posed, receiver, solved

WOMAN = frozenset({"woman"})
TWO_GO = Minimum({1: 2}, "minimum")


def woman(number: int, home: int = 11, cost: int = 0) -> Worker:
    return replace(mover(number, home, cost=cost), tags=WOMAN)


def custody(women: int) -> Site:
    return Site(11, fixed={BETA: 3}, fixed_tags={"woman": women})


def test_whoever_is_needed_for_the_tag_stays_though_others_are_dearer() -> None:
    workers = [woman(1), mover(2, cost=9), mover(3, cost=9)]
    outcome = solved(posed(workers, [receiver(), custody(0)], TWO_GO, TagMinimum({(11, "woman"): 1})))
    assert places(outcome)[1] == (11, BETA)
    assert costs(outcome) == (0, 2, 0, 18)


def test_fixed_workers_with_the_tag_free_the_others() -> None:
    workers = [woman(1), mover(2, cost=9), mover(3, cost=9)]
    outcome = solved(posed(workers, [receiver(), custody(1)], TWO_GO, TagMinimum({(11, "woman"): 1})))
    assert costs(outcome) == (0, 2, 0, 9)


def test_a_minimum_no_other_can_fill_leaves_the_receiver_short() -> None:
    workers = [woman(1), woman(2), mover(3)]
    outcome = solved(posed(workers, [receiver(), custody(0)], TWO_GO, TagMinimum({(11, "woman"): 2})))
    assert costs(outcome) == (1, 1, 0, 0)


def test_a_site_below_its_minimum_today_gets_no_worse() -> None:
    bound = TagMinimum({(11, "woman"): 3})
    outcome = solved(posed([woman(1), woman(2)], [receiver(), custody(0)], TWO_GO, bound))
    assert costs(outcome) == (2, 0, 0, 0)
    assert [(r.kind, r.site, r.post, r.tag, r.required, r.became) for r in outcome.relaxed] == [
        ("TagMinimum", 11, None, "woman", 3, 2)
    ]


def test_a_soft_minimum_brings_workers_with_the_tag_at_the_cost_of_each() -> None:
    workers = [mover(1), woman(2, cost=7), woman(3, cost=5)]
    bound = TagMinimum({(1, "woman"): 1}, "care")
    outcome = solved(posed(workers, [receiver(), donor()], bound))
    assert places(outcome)[3][0] == 1
    assert costs(outcome) == (0, 1, 0, 5)


@pytest.mark.parametrize(("needed", "short"), [(2, 0), (3, 1), (5, 3)])
def test_what_is_missing_is_summed_over_sites_and_tags(needed: int, short: int) -> None:
    both = replace(woman(1), tags=frozenset({"woman", "diver"}))
    bound = TagMinimum({(1, "woman"): needed, (1, "diver"): 1}, "care")
    outcome = solved(posed([both, woman(2)], [Site(1, True, POSTS), donor()], bound))
    assert costs(outcome) == (short, 2, 0, 0)


def test_whoever_cannot_be_spared_makes_a_hard_target_infeasible() -> None:
    problem = posed([woman(1)], [receiver(), custody(0)], Minimum({1: 1}), TagMinimum({(11, "woman"): 1}))
    assert solve(problem).status == "infeasible"
