"""Short ways to say small problems: site 1, 2, 3 are receivers, site 11, 12 are donors."""

from __future__ import annotations

from collections.abc import Mapping

from models.allocation.check import check
from models.allocation.model import solve
from models.allocation.outcome import Outcome
from models.allocation.problem import Problem, Site, Worker
from models.allocation.requirements import Requirement

ALPHA, BETA = "alpha", "beta"
POSTS = frozenset({ALPHA, BETA})


def receiver(number: int = 1, posts: frozenset[str] = POSTS, **fixed: int) -> Site:
    """Return a receiver with so many fixed workers by post."""
    return Site(number, True, posts, fixed)


def donor(number: int = 11, **fixed: int) -> Site:
    """Return a donor with so many fixed workers by post."""
    return Site(number, False, frozenset(), fixed)


def mover(number: int, home: int = 11, post: str = BETA, cost: int = 0) -> Worker:
    """Return a worker at home who may be transferred, to any post."""
    return Worker(number, home, home, post, POSTS, movable=True, transfer_cost=cost)


def changer(number: int, home: int = 1, post: str = BETA, cost: int = 0) -> Worker:
    """Return a worker at home who may take another post there."""
    return Worker(number, home, home, post, POSTS, postable=True, change_cost=cost)


def borrowed(number: int, home: int = 1, current: int | None = 11, post: str = BETA) -> Worker:
    """Return a worker who must come home from elsewhere, on the recorded post."""
    return Worker(number, home, current, post, POSTS, must_return=True)


def posed(
    workers: list[Worker],
    sites: list[Site],
    *requirements: Requirement,
    travel: Mapping[tuple[int, int], int] | None = None,
) -> Problem:
    """Return a problem whose levels are in the order of the requirements."""
    levels = dict.fromkeys(r.level for r in requirements if r.level is not None)
    return Problem(tuple(workers), tuple(sites), requirements, tuple(levels), travel or {})


def solved(problem: Problem) -> Outcome:
    """Return a proven optimum that has passed its check once more."""
    outcome = solve(problem)
    assert outcome.status == "optimal"
    report = check(problem, outcome.assignments)
    assert report.sound
    assert report.levels == outcome.values
    return outcome


def places(outcome: Outcome) -> dict[int, tuple[int | None, str]]:
    """Return site and post by worker."""
    return {a.worker: (a.site, a.post) for a in outcome.assignments}


def costs(outcome: Outcome) -> tuple[int, ...]:
    """Return the values of all levels in order."""
    return tuple(level.value for level in outcome.levels)
