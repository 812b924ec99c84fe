from __future__ import annotations

from typing import get_args

import pytest

from models.allocation import loosening, solver
from models.allocation.bounds import no_worse_than_today
from models.allocation.model import solve
from models.allocation.program import Program, Solved
from models.allocation.requirements import Requirement
from tests.models.allocation import brute_force
from tests.models.allocation.synthetic import tiny

BATCHES = 10
BATCH = 40


def compare(seeds: range) -> None:
    for seed in seeds:
        problem, _ = no_worse_than_today(tiny(seed))
        if brute_force.size(problem) > 4000:
            continue
        outcome = solve(problem)
        best = brute_force.optimum(problem)
        assert (tuple(outcome.values.values()) or None) == best, f"seed {seed}"
        assert outcome.status == ("infeasible" if best is None else "optimal")


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_level_agrees_with_enumeration_on_random_problems(batch: int) -> None:
    compare(range(batch * BATCH, (batch + 1) * BATCH))


def test_pricing_agrees_with_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "PRICED_FROM", 1)
    monkeypatch.setattr(solver, "FIRST_ALLOWANCE", 0.5)
    compare(range(1000, 1080))


def test_the_second_solver_agrees_with_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "by_highs", lambda *_: Solved("open", None, None, None))
    compare(range(2000, 2080))


def test_limits_taken_up_at_once_agree_with_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loosening.Loosening, "problem", lambda self: self._problem)
    compare(range(3000, 3080))


def test_every_kind_of_requirement_turns_up_often() -> None:
    problems = [tiny(seed) for seed in range(BATCHES * BATCH)]
    for kind in get_args(Requirement):
        seen = [r for problem in problems for r in problem.requirements if type(r) is kind]
        assert len(seen) > 80, kind
        assert {r.level is None for r in seen} == {True, False}
