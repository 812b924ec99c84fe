from __future__ import annotations

from dataclasses import replace

from models.allocation.requirements import Minimum, Outflow, Returns
from tests.models.allocation.small import borrowed, costs, donor, mover, places, posed, receiver, solved

THREE = [mover(i) for i in range(1, 4)]
SITES = [receiver(1), receiver(2), donor(11), donor(12)]


def test_a_site_gives_up_to_its_limit() -> None:
    assert costs(solved(posed(THREE, SITES, Minimum({1: 3}, "minimum"), Outflow({11: 3})))) == (0, 3, 0, 0)


def test_a_site_at_its_limit_leaves_the_rest_short() -> None:
    assert costs(solved(posed(THREE, SITES, Minimum({1: 3}, "minimum"), Outflow({11: 2})))) == (1, 2, 0, 0)


def test_dearer_workers_of_another_site_go_instead() -> None:
    workers = [*THREE, mover(4, home=12, cost=50)]
    outcome = solved(posed(workers, SITES, Minimum({1: 3}, "minimum"), Outflow({11: 2})))
    assert places(outcome)[4][0] == 1
    assert costs(outcome) == (0, 3, 0, 50)


def test_workers_count_at_the_home_they_leave_wherever_they_are() -> None:
    guest = replace(mover(4, home=12), current=11)
    outcome = solved(posed([guest], SITES, Minimum({1: 1}, "minimum"), Outflow({11: 0, 12: 1})))
    assert costs(outcome) == (0, 1, 0, 0)


def test_a_return_is_no_transfer_but_home_and_then_elsewhere_is() -> None:
    worker = replace(borrowed(1), movable=True)
    limits = (Returns("returns"), Outflow({1: 0}), Minimum({2: 1}, "minimum"))
    assert costs(solved(posed([worker], SITES, *limits))) == (0, 1, 0, 0, 0)


def test_a_soft_limit_is_short_by_the_workers_above_it() -> None:
    outcome = solved(posed(THREE, SITES, Minimum({1: 3}, "minimum"), Outflow({11: 1}, "handover")))
    assert costs(outcome) == (0, 2, 3, 0, 0)
