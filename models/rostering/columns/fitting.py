"""Which problems columns can say."""

from __future__ import annotations

from models.rostering.problem import Problem


def fits(problem: Problem) -> bool:
    """Return whether columns can say all of a problem: covers of single shifts, no tallies, no past."""
    plain = all(len(c.shifts) == 1 and c.tag is None for c in problem.covers)
    short = all(s.rest_after <= 1 for s in problem.shifts)
    once = len({(c.day, *c.shifts) for c in problem.covers}) == len(problem.covers)
    return plain and short and once and not problem.tallies and not any(w.history for w in problem.workers)
