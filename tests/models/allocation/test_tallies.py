"""The counts of a plan as expressions are the counts of the plan they stand for."""

from __future__ import annotations

import pytest

from models.allocation.check import check
from models.allocation.counts import fixed_counts
from models.allocation.descent import GroupedModel
from models.allocation.naming import name
from models.allocation.requirements import HARDSHIP, TRANSFERS
from models.allocation.solver import minimise
from models.allocation.tallies import Tallies
from models.run import Clock, Limits, Stop
from tests.models.allocation.synthetic import county


@pytest.mark.parametrize("seed", range(4))
def test_the_headcount_of_every_site_is_that_of_the_named_plan(seed: int) -> None:
    problem = county(60, seed)
    model = GroupedModel(problem)
    linear = model.linear(TRANSFERS)
    linear.require(model.level(TRANSFERS), at_least=3)
    solved = minimise(linear, model.level(TRANSFERS), Clock(Limits(20), Stop()))
    assert solved.values is not None
    assignments = name(model.flows, solved.values)
    counts = fixed_counts(problem)
    for assignment in assignments:
        counts.add(problem.worker_by_id[assignment.worker], assignment.site, assignment.post)
    tallies = Tallies(model.flows)
    for site in problem.sites:
        assert tallies.headcount(site.id).value(solved.values) == counts.present[site.id]
        assert tallies.headcount(site.id, weighted=True).value(solved.values) == 100 * counts.present[site.id]
    assert check(problem, assignments).levels[TRANSFERS] == 3
    assert HARDSHIP in model.names
