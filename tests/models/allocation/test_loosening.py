from __future__ import annotations

from dataclasses import replace

import pytest

from models.allocation import loosening, model
from models.allocation.descent import GroupedModel
from models.allocation.loosening import Loosening
from models.allocation.outcome import Assignment
from models.allocation.problem import Problem
from models.allocation.requirements import Apart, Minimum
from tests.models.allocation.small import BETA, costs, donor, mover, places, posed, receiver, solved

SITES = [receiver(1), receiver(2), donor()]
PAIRS = Apart(frozenset({(1, 2), (3, 4)}))
BARRED = [replace(mover(i), barred=frozenset({1})) for i in range(1, 5)]


def plan(*sites: int) -> list[Assignment]:
    return [Assignment(worker, site, BETA) for worker, site in enumerate(sites, 1)]


def pairs_in(problem: Problem) -> frozenset[tuple[int, int]]:
    [apart] = [r for r in problem.requirements if isinstance(r, Apart)]
    return apart.pairs


def test_the_first_plan_is_made_without_limits_on_single_workers() -> None:
    first = Loosening(posed(BARRED, SITES, PAIRS)).problem()
    assert not any(worker.barred for worker in first.workers)
    assert pairs_in(first) == frozenset()


def test_a_plan_that_keeps_them_needs_no_other() -> None:
    loose = Loosening(posed(BARRED, SITES, PAIRS))
    assert not loose.tighten(plan(2, 11, 11, 2))


def test_only_what_a_plan_breaks_is_taken_up() -> None:
    loose = Loosening(posed(BARRED, SITES, PAIRS))
    assert loose.tighten(plan(1, 11, 2, 2))
    assert [worker.id for worker in loose.problem().workers if worker.barred] == [1]
    assert pairs_in(loose.problem()) == {(3, 4)}


def test_after_some_plans_everything_is_taken_up() -> None:
    problem = posed(BARRED, SITES, PAIRS)
    loose = Loosening(problem)
    for sites in ((1, 11, 11, 11), (11, 1, 11, 11), (11, 11, 1, 11)):
        assert loose.tighten(plan(*sites))
    assert loose.problem() is problem


def test_sites_many_are_barred_from_are_kept_from_the_start() -> None:
    many = [replace(mover(i), barred=frozenset({1})) for i in range(1, loosening.SHARED_BY + 1)]
    problem = posed([*many, replace(mover(99), barred=frozenset({2}))], SITES)
    assert [w.barred for w in Loosening(problem).problem().workers] == [frozenset({1})] * len(many) + [
        frozenset()
    ]


def test_soft_pairs_are_never_left_out() -> None:
    soft = replace(PAIRS, level="kin")
    assert pairs_in(Loosening(posed(BARRED, SITES, soft)).problem()) == soft.pairs


def test_a_broken_limit_costs_a_second_plan_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Problem] = []

    def grouped(problem: Problem) -> GroupedModel:
        made.append(problem)
        return GroupedModel(problem)

    monkeypatch.setattr(model, "GroupedModel", grouped)
    workers = [replace(mover(1), barred=frozenset({1})), mover(2, cost=5)]
    outcome = solved(posed(workers, SITES, Minimum({1: 1}, "minimum")))
    assert places(outcome)[2][0] == 1
    assert costs(outcome) == (0, 1, 0, 5)
    assert [sum(bool(w.barred) for w in problem.workers) for problem in made] == [0, 1]
