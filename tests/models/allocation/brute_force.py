"""The lexicographic optimum by enumeration, stated a second time without the package's counting code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from math import prod

from models.allocation.problem import Problem, Worker
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

Place = tuple[int | None, str]
Option = tuple[Place, int, int, int]  # place, transfers, post changes, hardship


def options(problem: Problem, worker: Worker) -> list[Option]:
    """Return everything a worker may do."""
    found: list[Option] = [((worker.current, worker.post), 0, 0, 0)]
    if worker.held:
        return found
    at_home = worker.current == worker.home
    if worker.must_return:
        found.append(((worker.home, worker.post), 0, 0, 0))
    if worker.postable and (at_home or worker.must_return):
        posts = worker.allowed_posts & problem.site_by_id[worker.home].posts - {worker.post}
        found += [((worker.home, post), 0, 1, worker.change_cost) for post in sorted(posts)]
    if worker.movable:
        for site in problem.sites:
            if site.receiver and site.id not in {worker.home, worker.current, *worker.barred}:
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
        values = values_of(problem, chosen)
        if values is not None and (best is None or values < best):
            best = values
    return best


@dataclass(slots=True)
class _Seen:
    """One plan: what each worker does, and everybody on the posts, with and without their weight."""

    pairs: list[tuple[Worker, Option]]
    heads: Counter[Place] = field(default_factory=Counter)
    weights: Counter[Place] = field(default_factory=Counter)
    tags: Counter[Place] = field(default_factory=Counter)  # by (site, tag)

    def site(self, site: int, weighted: bool = False, posts: frozenset[str] | None = None) -> int:
        """Return how many are at a site, on some posts or on any, or what they weigh."""
        table = self.weights if weighted else self.heads
        return sum(n for (s, post), n in table.items() if s == site and (posts is None or post in posts))


def values_of(problem: Problem, chosen: tuple[Option, ...]) -> tuple[int, ...] | None:
    seen = _Seen(list(zip(problem.workers, chosen, strict=True)))
    for worker, (place, *_) in seen.pairs:
        seen.heads[place] += 1
        seen.weights[place] += worker.weight
        seen.tags.update((place[0], tag) for tag in worker.tags)
    for site in problem.sites:
        for post in {*site.fixed, *site.fixed_weight}:
            seen.heads[site.id, post] += site.fixed.get(post, 0)
            seen.weights[site.id, post] += site.fixed_weight.get(post, 100 * site.fixed.get(post, 0))
        seen.tags.update({(site.id, tag): count for tag, count in site.fixed_tags.items()})
    short = dict.fromkeys(problem.levels, 0)
    for requirement in problem.requirements:
        lacking = _lacking(requirement, seen)
        if requirement.level is not None:
            short[requirement.level] += lacking
        elif lacking:
            return None
    return (*short.values(), *(sum(option[i] for option in chosen) for i in (1, 2, 3)))


def _steps(have: int, need: int, step: int) -> int:
    steps = 0
    while have < need:
        have, steps = have + step, steps + 1
    return steps


def _lacking(requirement: Requirement, seen: _Seen) -> int:
    match requirement:
        case Minimum() | Kept() | Maximum() | GroupShare() | PostMinimum() | TagMinimum():
            return _too_few_or_many(requirement, seen)
        case PostShare(sites=judged, posts=posts, numerator=a, denominator=b, weighted=weighted):
            return sum(
                _steps(
                    b * (extra + seen.site(site, weighted, posts)),
                    a * seen.site(site, weighted),
                    b * (100 if weighted else 1),
                )
                for site, extra in judged.items()
            )
        case Capacity(sites=needs, hours=hours, other=other, whole=whole):
            worked = Counter[int | None]()
            for (site, post), n in seen.heads.items():
                worked[site] += n * hours.get(post, other)
            return sum(_steps(worked[site], need, whole) for site, need in needs.items())
        case Returns() | Outflow() | Apart() | Unmoved():
            return _changes_amiss(requirement, seen)


def _too_few_or_many(
    requirement: Minimum | Kept | Maximum | GroupShare | PostMinimum | TagMinimum, seen: _Seen
) -> int:
    match requirement:
        case Minimum(at_least=least, weighted=True):
            return sum(_steps(seen.site(s, True), 100 * n, 100) for s, n in least.items())
        case Minimum(at_least=least) | Kept(at_least=least):
            return sum(max(0, n - seen.site(s)) for s, n in least.items())
        case Maximum(at_most=most):
            return sum(max(0, seen.site(s) - n) for s, n in most.items())
        case GroupShare(sites=sites, at_least=n, weighted=weighted):
            return _steps(sum(seen.site(s, weighted) for s in sites), n, 100 if weighted else 1)
        case PostMinimum(at_least=least_on):
            return sum(max(0, n - seen.heads[place]) for place, n in least_on.items())
        case TagMinimum(at_least=least_on):
            return sum(max(0, n - seen.tags[place]) for place, n in least_on.items())


def _changes_amiss(requirement: Returns | Outflow | Apart | Unmoved, seen: _Seen) -> int:
    match requirement:
        case Returns():
            return sum(w.must_return and w.current == option[0][0] for w, option in seen.pairs)
        case Outflow(at_most=most):
            gone = Counter(worker.home for worker, option in seen.pairs if option[1])
            return sum(max(0, gone[home] - n) for home, n in most.items())
        case Apart(pairs=pairs):
            plans = {worker.id: option for worker, option in seen.pairs}
            chosen = [(plans[a], plans[b]) for a, b in pairs]
            return sum(x[0][0] == y[0][0] and x[1] + y[1] > 0 for x, y in chosen)
        case Unmoved(tag=tag):
            return sum(tag in w.tags and option[1] + option[2] > 0 for w, option in seen.pairs)
