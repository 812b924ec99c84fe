from __future__ import annotations

from models.allocation.requirements import GroupShare, Maximum
from tests.models.allocation.small import costs, donor, mover, posed, receiver, solved

THREE = [mover(i) for i in range(1, 4)]
GROUP = GroupShare(frozenset({1}), 5, "group")


def test_a_site_takes_up_to_its_maximum() -> None:
    outcome = solved(posed(THREE, [receiver(beta=2), donor()], GROUP, Maximum({1: 5})))
    assert costs(outcome) == (0, 3, 0, 0)


def test_a_full_site_takes_nobody_more() -> None:
    outcome = solved(posed(THREE, [receiver(beta=2), donor()], GROUP, Maximum({1: 3})))
    assert costs(outcome) == (2, 1, 0, 0)


def test_a_site_above_its_maximum_need_not_shrink_but_never_grows() -> None:
    outcome = solved(posed(THREE, [receiver(beta=4), donor()], GROUP, Maximum({1: 3})))
    assert costs(outcome) == (1, 0, 0, 0)
    assert [(r.kind, r.required, r.became) for r in outcome.relaxed] == [("Maximum", 3, 4)]


def test_a_soft_maximum_is_short_by_the_workers_above_it() -> None:
    outcome = solved(
        posed([mover(1, home=1)], [receiver(1, beta=4), receiver(2)], Maximum({1: 3}, "maximum"))
    )
    assert costs(outcome) == (1, 1, 0, 0)
