from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from models.rostering.check import check
from models.rostering.model import repair, solve
from tests.models.rostering import brute_force
from tests.models.rostering.brute_force import tiny

BATCHES = 6
BATCH = 30


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_least_cost_agrees_with_trying_everything(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        problem = tiny(seed)
        outcome, best = solve(problem), brute_force.optimum(problem)
        assert outcome.objective == best, f"seed {seed}"
        assert outcome.status == ("infeasible" if best is None else "optimal"), f"seed {seed}"


@pytest.mark.parametrize("seed", range(8))
def test_the_check_agrees_with_trying_everything(seed: int) -> None:
    problem = tiny(seed)
    for worker in problem.workers:
        kept = set(brute_force.lines_of(problem, worker))
        for line in product([None, "A", "B"], repeat=problem.days):
            written = {(worker.id, day): shift for day, shift in enumerate(line) if shift is not None}
            faults = [f for f in check(problem, written).faults if f.worker == worker.id]
            assert (line in kept) is not bool(faults)


@pytest.mark.parametrize("batch", range(2))
def test_repairs_agree_with_trying_everything(batch: int) -> None:
    for seed in range(1000 + 30 * batch, 1030 + 30 * batch):
        problem, before = tiny(seed), solve(tiny(seed + 5000)).roster or {}
        outcome, best = repair(problem, before), brute_force.best_repair(problem, before)
        assert outcome.status == ("infeasible" if best is None else "optimal"), f"seed {seed}"
        if best is None:
            continue
        assert outcome.roster is not None
        covered = check(replace(problem, requests=(), tallies=()), outcome.roster).cost
        assert outcome.objective is not None
        assert (covered, outcome.changed, outcome.objective - covered) == best, f"seed {seed}"


def test_every_kind_of_rule_turns_up_often() -> None:
    problems = [tiny(seed) for seed in range(BATCHES * BATCH)]
    workers = [worker for problem in problems for worker in problem.workers]
    tallies = [tally for problem in problems for tally in problem.tallies]
    answers = [brute_force.optimum(problem) for problem in problems[:60]]
    assert 10 < answers.count(None) < 50
    assert sum(bool(w.history) for w in workers) > 100
    assert sum(w.max_weekends is not None for w in workers) > 100
    assert sum(t.over is None for t in tallies) > 30
    assert sum(any(s.rest_after for s in p.shifts) for p in problems) > 50
    assert sum(any(c.tag for c in p.covers) for p in problems) > 50
    assert sum(bool(p.locked) for p in problems) > 30
