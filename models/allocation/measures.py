"""How short a plan is of each requirement, counted from the plan alone: one function per kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.allocation.counts import Counts
from models.allocation.problem import Problem
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


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as its check sees it: places by worker, and the counts they make."""

    problem: Problem
    places: Mapping[int, tuple[int | None, str]]  # worker -> (site, post)
    counts: Counts


@dataclass(frozen=True, slots=True)
class Shortage:
    """A requirement not met somewhere; `site`, `post` and `worker` say where, as far as they apply."""

    requirement: Requirement
    short: int  # workers, positive
    site: int | None = None
    post: str | None = None
    worker: int | None = None


def returns(requirement: Returns, plan: Plan) -> Iterator[Shortage]:
    """Everybody who must return and is still where they were."""
    for worker in plan.problem.workers:
        if worker.must_return and plan.places[worker.id][0] == worker.current:
            yield Shortage(requirement, 1, site=worker.current, worker=worker.id)


def minimum(requirement: Minimum | Kept, plan: Plan) -> Iterator[Shortage]:
    """Sites with fewer workers than they need."""
    for site, least in requirement.at_least.items():
        yield Shortage(requirement, least - plan.counts.present[site], site=site)


def group_share(requirement: GroupShare, plan: Plan) -> Iterator[Shortage]:
    """The workers the sites lack together."""
    there = sum(plan.counts.present[site] for site in requirement.sites)
    yield Shortage(requirement, requirement.at_least - there)


def post_share(requirement: PostShare, plan: Plan) -> Iterator[Shortage]:
    """Sites where too few of those present hold a counting post."""
    for site, extra in requirement.sites.items():
        required = -(-requirement.numerator * plan.counts.present[site] // requirement.denominator)
        counting = extra + plan.counts.on_posts(site, requirement.posts)
        yield Shortage(requirement, required - counting, site=site)


def maximum(requirement: Maximum, plan: Plan) -> Iterator[Shortage]:
    """Sites with more workers than they may have."""
    for site, most in requirement.at_most.items():
        yield Shortage(requirement, plan.counts.present[site] - most, site=site)


def post_minimum(requirement: PostMinimum, plan: Plan) -> Iterator[Shortage]:
    """Posts of sites with fewer workers than they need."""
    for (site, post), least in requirement.at_least.items():
        yield Shortage(requirement, least - plan.counts.on_post[site, post], site=site, post=post)


def shortages(requirement: Requirement, plan: Plan) -> tuple[Shortage, ...]:
    """Return where a plan falls short of a requirement."""
    return tuple(shortage for shortage in _measured(requirement, plan) if shortage.short > 0)


def _measured(requirement: Requirement, plan: Plan) -> Iterator[Shortage]:
    match requirement:
        case Returns():
            yield from returns(requirement, plan)
        case Minimum() | Kept():
            yield from minimum(requirement, plan)
        case GroupShare():
            yield from group_share(requirement, plan)
        case PostShare():
            yield from post_share(requirement, plan)
        case Maximum():
            yield from maximum(requirement, plan)
        case PostMinimum():
            yield from post_minimum(requirement, plan)
