from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.allocation.problem import Problem, ProblemError, Site, Worker
from models.allocation.requirements import (
    Apart,
    Capacity,
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    Outflow,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
    TagMinimum,
    Unmoved,
)
from tests.models.allocation.small import borrowed, donor, mover, receiver

SITES = (receiver(1, beta=2), donor(11))


def faults(**parts: Any) -> tuple[str, ...]:
    with pytest.raises(ProblemError) as caught:
        Problem(**{"workers": (), "sites": SITES, **parts})
    return caught.value.faults


def test_a_sound_problem_is_taken() -> None:
    problem = Problem((mover(1), borrowed(2)), SITES, (Returns("returns"),), ("returns",), {(11, 1): 3})
    assert problem.all_levels == ("returns", "transfers", "post_changes", "hardship")
    assert problem.site_by_id[1].fixed_total == 2
    assert problem.worker_by_id[2].must_return


def test_every_fault_is_listed_not_only_the_first() -> None:
    found = faults(
        workers=(mover(1), mover(1), mover(2, home=99)),
        sites=(*SITES, Site(1, True)),
        requirements=(Minimum({77: 1}, "minimum"),),
        travel={(1, 55): -2},
    )
    assert found == (
        "site 1 is given 2 times",
        "worker 1 is given 2 times",
        "worker 2 has the unknown home site 99",
        "worker 2 is at the unknown site 99",
        "travel from 1 to 55 names an unknown site",
        "travel from 1 to 55 costs -2",
        "level minimum has no place in the priority order",
        "Minimum: unknown site 77",
    )


@pytest.mark.parametrize(
    ("worker", "fault"),
    [
        (mover(1, cost=-1), "worker 1 has a negative hardship cost"),
        (replace(mover(1), change_cost=-1), "worker 1 has a negative hardship cost"),
        (replace(mover(1), current=None), "worker 1 is outside all sites but need not return"),
        (borrowed(1, home=11, current=None), "worker 1 must return to site 11, which is no receiver"),
        (borrowed(1, current=1), "worker 1 must return but is at receiver 1"),
        (replace(mover(1), barred=frozenset({1, 99})), "worker 1 is barred from the unknown site 99"),
        (replace(mover(1), weight=-5), "worker 1 has the negative weight -5"),
        (replace(mover(1), movable=False, held=True), "worker 1 is held but need not return"),
        (replace(borrowed(1), movable=True, held=True), "worker 1 is held but may change"),
        (replace(borrowed(1), postable=True, held=True), "worker 1 is held but may change"),
    ],
)
def test_a_worker_that_contradicts_itself_is_refused(worker: Worker, fault: str) -> None:
    assert faults(workers=(worker,)) == (fault,)


@pytest.mark.parametrize(
    ("requirement", "fault"),
    [
        (Kept({11: -1}), "Kept: -1 workers at site 11"),
        (Maximum({9: 1}), "Maximum: unknown site 9"),
        (GroupShare(frozenset({1, 9}), 3), "GroupShare: unknown site 9"),
        (PostMinimum({(9, "beta"): 1}), "PostMinimum: unknown site 9"),
        (PostShare({1: 0}, frozenset(), 3, 2), "PostShare: share 3/2 is not between 0 and 1"),
        (PostShare({1: 0}, frozenset(), 1, 0), "PostShare: share 1/0 is not between 0 and 1"),
        (
            PostShare({1: 3}, frozenset(), 1, 2),
            "PostShare: 3 fixed workers count at site 1, which has 2 on other posts",
        ),
        (
            PostShare({1: 201}, frozenset(), 1, 2, weighted=True),
            "PostShare: fixed workers of weight 201 count at site 1, which has 200 on other posts",
        ),
        (TagMinimum({(9, "woman"): 1}), "TagMinimum: unknown site 9"),
        (TagMinimum({(1, "woman"): -1}), "TagMinimum: -1 workers at site 1"),
        (Outflow({11: -1}), "Outflow: -1 workers at site 11"),
        (Outflow({9: 1}), "Outflow: unknown site 9"),
        (Capacity({9: 1}, {}, 1, 1), "Capacity: unknown site 9"),
        (Capacity({1: -8}, {}, 1, 1), "Capacity: -8 hours at site 1"),
        (Capacity({1: 8}, {"beta": -1}, 1, 1), "Capacity: -1 hours on post beta"),
        (Capacity({1: 8}, {}, -1, 1), "Capacity: -1 hours on other posts"),
        (Capacity({1: 8}, {}, 1, 0), "Capacity: a whole worker of 0 hours"),
        (Apart(frozenset({(7, 8)})), "Apart: worker 7 of a pair is unknown"),
        (Apart(frozenset({(8, 8)})), "Apart: worker 8 is paired with themselves"),
        (Apart(frozenset({(5, 8), (8, 5)})), "Apart: workers 5 and 8 are paired twice"),
    ],
)
def test_a_requirement_that_cannot_be_meant_is_refused(requirement: Requirement, fault: str) -> None:
    assert faults(requirements=(requirement,), workers=(mover(5), mover(8))) == (fault,)


def test_a_tag_nobody_has_is_no_fault() -> None:
    assert Problem((mover(1),), SITES, (Unmoved("nobody"), TagMinimum({(1, "nobody"): 0})))


@pytest.mark.parametrize(
    ("site", "fault"),
    [
        (Site(1, fixed={"beta": 2}, fixed_tags={"woman": 3}), "3 fixed workers with tag woman among 2"),
        (Site(1, fixed={"beta": 2}, fixed_tags={"woman": -1}), "-1 fixed workers with tag woman among 2"),
        (Site(1, fixed={"beta": 2}, fixed_weight={"beta": -1}), "fixed workers of weight -1 on post beta"),
    ],
)
def test_fixed_workers_that_contradict_themselves_are_refused(site: Site, fault: str) -> None:
    assert faults(sites=(site,)) == (f"site 1 has {fault}",)


def test_a_negative_number_of_fixed_workers_is_refused() -> None:
    assert faults(sites=(receiver(1, beta=-1),)) == ("site 1 has -1 fixed workers on post beta",)


def test_levels_are_given_once_used_and_never_those_that_come_last() -> None:
    assert faults(requirements=(Returns("a"),), levels=("a", "a", "idle", "hardship")) == (
        "level a is given 2 times",
        "level hardship always comes last and cannot be given",
        "level hardship has no requirement",
        "level idle has no requirement",
    )
