"""The lexicographic optimum by enumeration, stated a second time without the package's counting code."""

from __future__ import annotations

from itertools import product
from math import prod

from models.allocation.problem import Problem, Worker
from models.allocation.requirements import (
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
)

Place = tuple[int | None, str]
Option = tuple[Place, int, int, int]  # place, transfers, post changes, hardship


def options(problem: Problem, worker: Worker) -> list[Option]:
    """Return everything a worker may do."""
    found: list[Option] = [((worker.current, worker.post), 0, 0, 0)]
    at_home = worker.current == worker.home
    if worker.must_return:
        found.append(((worker.home, worker.post), 0, 0, 0))
    if worker.postable and (at_home or worker.must_return):
        posts = worker.allowed_posts & problem.site_by_id[worker.home].posts - {worker.post}
        found += [((worker.home, post), 0, 1, worker.change_cost) for post in sorted(posts)]
    if worker.movable:
        for site in problem.sites:
            if site.receiver and site.id not in (worker.home, worker.current):
                cost = worker.transfer_cost + problem.travel.get((worker.home, site.id), 0)
                found += [((site.id, post), 1, 0, cost) for post in sorted(worker.allowed_posts & site.posts)]
    return found


def size(problem: Problem) -> int:
    """Return how many plans there are."""
    return prod(len(options(problem, worker)) for worker in problem.workers)


def optimum(problem: Problem) -> tuple[int, ...] | None:
    """Return the values of all levels of the best plan; None where every plan breaks something hard.

    Hard bounds are meant to be relaxed already.
    """
    best: tuple[int, ...] | None = None
    for chosen in product(*(options(problem, worker) for worker in problem.workers)):
        values = _values(problem, chosen)
        if values is not None and (best is None or values < best):
            best = values
    return best


def _values(problem: Problem, chosen: tuple[Option, ...]) -> tuple[int, ...] | None:
    places = [option[0] for option in chosen]
    people = [place for place in places if place[0] is not None]
    for site in problem.sites:
        people += [(site.id, post) for post, count in site.fixed.items() for _ in range(count)]
    short = dict.fromkeys(problem.levels, 0)
    for requirement in problem.requirements:
        lacking = _lacking(problem, requirement, places, people)
        if requirement.level is not None:
            short[requirement.level] += lacking
        elif lacking:
            return None
    return (*short.values(), *(sum(option[i] for option in chosen) for i in (1, 2, 3)))


def _lacking(problem: Problem, requirement: Requirement, places: list[Place], people: list[Place]) -> int:
    at = [place[0] for place in people]
    match requirement:
        case Returns():
            pairs = zip(problem.workers, places, strict=True)
            return sum(worker.must_return and worker.current == place[0] for worker, place in pairs)
        case Minimum(at_least=least) | Kept(at_least=least):
            return sum(max(0, n - at.count(s)) for s, n in least.items())
        case Maximum(at_most=most):
            return sum(max(0, at.count(s) - n) for s, n in most.items())
        case GroupShare(sites=sites, at_least=n):
            return max(0, n - sum(s in sites for s in at))
        case PostMinimum(at_least=least_on):
            return sum(max(0, n - people.count(place)) for place, n in least_on.items())
        case PostShare(sites=judged, posts=posts, numerator=a, denominator=b):
            total = 0
            for site, extra in judged.items():
                needed = extra + sum(s == site and post in posts for s, post in people)
                while b * needed < a * at.count(site):
                    needed, total = needed + 1, total + 1
            return total
