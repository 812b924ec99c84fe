from __future__ import annotations

import pytest

from models.allocation.bounds import no_worse_than_today
from models.allocation.model import solve
from tests.models.allocation import brute_force
from tests.models.allocation.synthetic import tiny

BATCHES = 10
BATCH = 40


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_level_agrees_with_enumeration_on_random_problems(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        problem, _ = no_worse_than_today(tiny(seed))
        if brute_force.size(problem) > 4000:
            continue
        outcome = solve(problem)
        best = brute_force.optimum(problem)
        assert outcome.proven
        assert (tuple(outcome.values.values()) or None) == best, f"seed {seed}"
        assert outcome.status == ("infeasible" if best is None else "optimal")
