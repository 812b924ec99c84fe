from __future__ import annotations

from dataclasses import replace

from models.allocation.bounds import no_worse_than_today
from models.allocation.problem import Site
from models.allocation.requirements import Kept, Maximum, Minimum, PostMinimum, TagMinimum
from tests.models.allocation.small import borrowed, donor, mover, posed, receiver


def test_bounds_today_meets_are_left_as_they_are() -> None:
    problem = posed([mover(1)], [receiver(beta=2), donor()], Kept({11: 1}), Maximum({1: 2}))
    assert no_worse_than_today(problem) == (problem, ())


def test_each_broken_hard_bound_becomes_what_today_has() -> None:
    problem = posed(
        [mover(1)],
        [receiver(1, beta=4), receiver(2), donor()],
        Kept({11: 3, 2: 0}),
        Maximum({1: 2, 2: 5}),
        PostMinimum({(1, "beta"): 6, (1, "alpha"): 1}),
    )
    relaxed, found = no_worse_than_today(problem)
    assert relaxed.requirements == (
        Kept({11: 1, 2: 0}),
        Maximum({1: 4, 2: 5}),
        PostMinimum({(1, "beta"): 4, (1, "alpha"): 0}),
    )
    assert [(r.kind, r.site, r.post, r.required, r.became) for r in found] == [
        ("Kept", 11, None, 3, 1),
        ("Maximum", 1, None, 2, 4),
        ("PostMinimum", 1, "beta", 6, 4),
        ("PostMinimum", 1, "alpha", 1, 0),
    ]
    assert no_worse_than_today(relaxed) == (relaxed, ())


def test_a_broken_minimum_of_a_tag_becomes_those_who_have_it_today() -> None:
    site = Site(11, fixed={"beta": 2}, fixed_tags={"woman": 1})
    workers = [replace(mover(1), tags=frozenset({"woman"})), mover(2)]
    problem = posed(workers, [receiver(), site], TagMinimum({(11, "woman"): 3, (11, "diver"): 0}))
    relaxed, found = no_worse_than_today(problem)
    assert relaxed.requirements == (TagMinimum({(11, "woman"): 2, (11, "diver"): 0}),)
    assert [(r.kind, r.site, r.tag, r.required, r.became) for r in found] == [
        ("TagMinimum", 11, "woman", 3, 2)
    ]


def test_targets_and_soft_bounds_are_never_relaxed() -> None:
    problem = posed([], [receiver(), donor()], Minimum({1: 3}), Kept({11: 3}, "kept"))
    assert no_worse_than_today(problem) == (problem, ())


def test_today_does_not_count_whom_a_donor_only_borrowed() -> None:
    problem = posed([borrowed(1)], [receiver(), donor(beta=2)], Kept({11: 3}))
    _, [found] = no_worse_than_today(problem)
    assert found.became == 2
