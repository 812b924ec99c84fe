from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation.changes import change_of
from models.allocation.check import check
from models.allocation.model import solve, today
from models.allocation.outcome import Assignment
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import (
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
from tests.models.allocation.small import (
    ALPHA,
    BETA,
    borrowed,
    changer,
    costs,
    donor,
    mover,
    posed,
    receiver,
)
from tests.models.allocation.synthetic import county

SITES = [receiver(1, beta=2), receiver(2, frozenset({ALPHA})), donor(11), donor(12)]
WORKERS = [mover(1), replace(mover(2), movable=False), changer(3), borrowed(4)]
PROBLEM = posed(WORKERS, SITES, Returns("returns"), Kept({11: 1}))


def plan(problem: Problem, **moved: tuple[int | None, str]) -> list[Assignment]:
    """Return today's plan but for the workers named w1, w2, …"""
    places = {int(name[1:]): place for name, place in moved.items()}
    return [Assignment(a.worker, *places.get(a.worker, (a.site, a.post))) for a in today(problem)]


@pytest.mark.parametrize(
    ("worker", "place", "fault"),
    [
        (1, (12, BETA), "worker 1 is transferred to site 12, which is no receiver"),
        (1, (None, BETA), "worker 1 is assigned to no site"),
        (1, (1, "gamma"), "worker 1 takes post gamma, which is not allowed"),
        (1, (2, BETA), "worker 1 takes post beta, which site 2 does not offer"),
        (2, (1, BETA), "worker 2 is transferred to site 1 but may not be"),
        (1, (11, ALPHA), "worker 1 takes post alpha but may not change post"),
        (3, (1, "gamma"), "worker 3 takes post gamma, which is not allowed"),
        (4, (11, ALPHA), "worker 4 stays at site 11, away from home, but takes post alpha"),
        (4, (1, ALPHA), "worker 4 takes post alpha but may not change post"),
        (4, (2, ALPHA), "worker 4 is transferred to site 2 but may not be"),
    ],
)
def test_an_illegal_change_is_found(worker: int, place: tuple[int | None, str], fault: str) -> None:
    report = check(PROBLEM, plan(PROBLEM, **{f"w{worker}": place}))
    assert fault in report.faults
    assert not report.sound


def test_a_transfer_to_where_a_worker_is_barred_is_found() -> None:
    problem = posed([replace(mover(1), barred=frozenset({1}))], SITES)
    assert check(problem, plan(problem, w1=(1, BETA))).faults == (
        "worker 1 is transferred to site 1, from which they are barred",
    )


def test_whoever_is_held_may_not_come_home() -> None:
    problem = posed([replace(borrowed(1), held=True)], SITES)
    assert check(problem, today(problem)).sound
    assert check(problem, plan(problem, w1=(1, BETA))).faults == (
        "worker 1 is held where they are but assigned to site 1",
    )


def test_a_worker_away_by_order_may_not_be_sent_home() -> None:
    problem = posed([replace(mover(1, home=1), current=2)], SITES)
    assert check(problem, plan(problem, w1=(1, BETA))).faults == (
        "worker 1 comes home to site 1 but is not to return",
    )


def test_a_plan_that_names_nobody_or_nowhere_is_no_plan() -> None:
    assignments = [*plan(PROBLEM, w1=(99, BETA))[:3], Assignment(2, 11, BETA), Assignment(8, 1, BETA)]
    report = check(PROBLEM, assignments)
    assert report.faults == (
        "worker 2 is assigned 2 times",
        "worker 4 is assigned 0 times",
        "worker 8 is unknown",
        "worker 1 is assigned to the unknown site 99",
    )
    assert report.levels == {}


@pytest.mark.parametrize(
    ("hard", "fault"),
    [
        (Returns(), "Returns is broken by 1 site 11 worker 4"),
        (Minimum({1: 5}), "Minimum is broken by 2 site 1"),
        (GroupShare(frozenset({1, 2}), 4), "GroupShare is broken by 1"),
        (PostShare({1: 0}, frozenset({ALPHA}), 40, 100), "PostShare is broken by 2 site 1"),
        (Minimum({1: 4}, weighted=True), "Minimum is broken by 1 site 1"),
        (GroupShare(frozenset({1, 2}), 301, weighted=True), "GroupShare is broken by 1"),
        (PostShare({1: 0}, frozenset({ALPHA}), 1, 3, weighted=True), "PostShare is broken by 1 site 1"),
        (Capacity({1: 25, 2: 0}, {ALPHA: 1}, 8, 8), "Capacity is broken by 1 site 1"),
    ],
)
def test_each_hard_target_is_measured(hard: Requirement, fault: str) -> None:
    problem = posed(WORKERS, SITES, hard)
    assert check(problem, today(problem)).faults == (fault,)


@pytest.mark.parametrize(
    ("hard", "fault"),
    [
        (Kept({11: 2}), "Kept is broken by 1 site 11"),
        (Maximum({1: 3}), "Maximum is broken by 1 site 1"),
        (PostMinimum({(11, BETA): 2}), "PostMinimum is broken by 1 site 11 post beta"),
        (TagMinimum({(11, "tag"): 5}), "TagMinimum is broken by 1 site 11 tag tag"),
        (Outflow({11: 0}), "Outflow is broken by 1 site 11"),
        (Unmoved("tag"), "Unmoved is broken by 1 site 1 tag tag worker 1"),
    ],
)
def test_each_hard_bound_is_measured_against_no_worse_than_today(hard: Requirement, fault: str) -> None:
    tagged = replace(mover(1), tags=frozenset({"tag"}))
    problem = posed([tagged, mover(2), changer(3)], SITES, hard)
    assert check(problem, today(problem)).sound
    assert check(problem, plan(problem, w1=(1, BETA))).faults == (fault,)


def test_all_faults_are_listed_together() -> None:
    problem = posed(WORKERS, SITES, Returns(), Minimum({1: 9, 2: 3}), PostMinimum({(11, BETA): 2}))
    report = check(problem, plan(problem, w1=(12, "gamma"), w2=(1, BETA)))
    assert len(report.faults) == 8
    assert len(report.broken) == 4


def test_soft_shortages_are_levels_and_say_where() -> None:
    problem = posed(WORKERS, SITES, Returns("returns"), Minimum({1: 5, 2: 1}, "minimum"))
    report = check(problem, today(problem))
    assert report.sound
    assert report.levels == {"returns": 1, "minimum": 3, "transfers": 0, "post_changes": 0, "hardship": 0}
    assert [(s.site, s.worker, s.short) for s in report.shortages] == [(11, 4, 1), (1, None, 2), (2, None, 1)]


def test_the_true_cost_of_every_change_is_recomputed() -> None:
    workers = [
        replace(mover(1, cost=5), post=ALPHA),
        changer(2, cost=3),
        replace(borrowed(3), postable=True, change_cost=7),
        replace(borrowed(4), movable=True, transfer_cost=11),
    ]
    problem = posed(workers, SITES, travel={(11, 1): 20, (1, 2): 40, (11, 2): 90})
    moved = plan(problem, w1=(1, BETA), w2=(1, ALPHA), w3=(1, ALPHA), w4=(2, ALPHA))
    assert check(problem, moved).levels == {"transfers": 2, "post_changes": 2, "hardship": 86}


@pytest.mark.parametrize(
    ("worker", "place", "kind"),
    [
        (mover(1), (11, BETA), "stay"),
        (mover(1), (1, ALPHA), "transfer"),
        (changer(1), (1, ALPHA), "post_change"),
        (borrowed(1), (11, BETA), "stay"),
        (borrowed(1), (1, BETA), "return"),
        (borrowed(1), (1, ALPHA), "return"),
        (borrowed(1), (2, BETA), "transfer"),
        (replace(mover(1), current=2), (2, BETA), "stay"),
    ],
)
def test_each_change_has_one_name(worker: Worker, place: tuple[int, str], kind: str) -> None:
    assert change_of(worker, *place) == kind


def test_a_solved_county_agrees_with_its_check() -> None:
    problem = county(120, 5)
    outcome = solve(problem)
    report = check(problem, outcome.assignments)
    assert report.sound
    assert tuple(report.levels.values()) == costs(outcome)
