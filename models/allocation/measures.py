"""How short a plan is of each requirement, counted from the plan alone: one function per kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.allocation.changes import change_of, changes_post
from models.allocation.counts import Counts
from models.allocation.problem import Problem
from models.allocation.requirements import (
    WHOLE,
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


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as its check sees it: places by worker, and the counts they make."""

    problem: Problem
    places: Mapping[int, tuple[int | None, str]]  # worker -> (site, post)
    counts: Counts

    def is_transferred(self, worker: int) -> bool:
        """Return whether the plan transfers a worker."""
        return change_of(self.problem.worker_by_id[worker], *self.places[worker]) == "transfer"


@dataclass(frozen=True, slots=True)
class Shortage:
    """A requirement not met somewhere; site, post, tag and worker say where, as far as they apply."""

    requirement: Requirement
    short: int  # workers, positive
    site: int | None = None
    post: str | None = None
    worker: int | None = None
    tag: str | None = None


def returns(requirement: Returns, plan: Plan) -> Iterator[Shortage]:
    """Everybody who must return and is still where they were."""
    for worker in plan.problem.workers:
        if worker.must_return and plan.places[worker.id][0] == worker.current:
            yield Shortage(requirement, 1, site=worker.current, worker=worker.id)


def minimum(requirement: Minimum | Kept, plan: Plan) -> Iterator[Shortage]:
    """Sites with fewer workers than they need."""
    for site, least in requirement.at_least.items():
        if isinstance(requirement, Minimum) and requirement.weighted:
            yield Shortage(requirement, _whole(WHOLE * least - plan.counts.weight[site]), site=site)
        else:
            yield Shortage(requirement, least - plan.counts.present[site], site=site)


def group_share(requirement: GroupShare, plan: Plan) -> Iterator[Shortage]:
    """The workers the sites lack together."""
    table = plan.counts.weight if requirement.weighted else plan.counts.present
    lacking = requirement.at_least - sum(table[site] for site in requirement.sites)
    yield Shortage(requirement, _whole(lacking) if requirement.weighted else lacking)


def post_share(requirement: PostShare, plan: Plan) -> Iterator[Shortage]:
    """Sites where too few of those present hold a counting post."""
    counts, numerator, denominator = plan.counts, requirement.numerator, requirement.denominator
    for site, extra in requirement.sites.items():
        if requirement.weighted:
            counting = extra + counts.weight_on(site, requirement.posts)
            lacking, whole = numerator * counts.weight[site] - denominator * counting, WHOLE * denominator
        else:
            counting = extra + counts.on_posts(site, requirement.posts)
            lacking, whole = numerator * counts.present[site] - denominator * counting, denominator
        yield Shortage(requirement, _whole(lacking, whole), site=site)


def maximum(requirement: Maximum, plan: Plan) -> Iterator[Shortage]:
    """Sites with more workers than they may have."""
    for site, most in requirement.at_most.items():
        yield Shortage(requirement, plan.counts.present[site] - most, site=site)


def post_minimum(requirement: PostMinimum, plan: Plan) -> Iterator[Shortage]:
    """Posts of sites with fewer workers than they need."""
    for (site, post), least in requirement.at_least.items():
        yield Shortage(requirement, least - plan.counts.on_post[site, post], site=site, post=post)


def tag_minimum(requirement: TagMinimum, plan: Plan) -> Iterator[Shortage]:
    """Sites with fewer workers of a tag than they need."""
    for (site, tag), least in requirement.at_least.items():
        yield Shortage(requirement, least - plan.counts.tagged[site, tag], site=site, tag=tag)


def capacity(requirement: Capacity, plan: Plan) -> Iterator[Shortage]:
    """Sites where those present have too few hours."""
    hours = dict.fromkeys(requirement.sites, 0)
    for (site, post), workers in plan.counts.on_post.items():
        if site in hours:
            hours[site] += workers * requirement.hours.get(post, requirement.other)
    for site, need in requirement.sites.items():
        yield Shortage(requirement, _whole(need - hours[site], requirement.whole), site=site)


def outflow(requirement: Outflow, plan: Plan) -> Iterator[Shortage]:
    """Home sites that more workers are transferred from than may be."""
    gone = Counter(worker.home for worker in plan.problem.workers if plan.is_transferred(worker.id))
    for home, most in requirement.at_most.items():
        yield Shortage(requirement, gone[home] - most, site=home)


def apart(requirement: Apart, plan: Plan) -> Iterator[Shortage]:
    """Pairs brought together by a transfer; the worker told is one who is transferred."""
    for pair in sorted(requirement.pairs):
        sites = {plan.places[worker][0] for worker in pair}
        moved = [worker for worker in pair if plan.is_transferred(worker)]
        if len(sites) == 1 and moved:
            yield Shortage(requirement, 1, site=sites.pop(), worker=moved[0])


def unmoved(requirement: Unmoved, plan: Plan) -> Iterator[Shortage]:
    """Everybody with the tag who is transferred or changes post."""
    for worker in plan.problem.workers:
        site, post = plan.places[worker.id]
        if requirement.tag in worker.tags and (
            plan.is_transferred(worker.id) or changes_post(worker, site, post)
        ):
            yield Shortage(requirement, 1, site=site, worker=worker.id, tag=requirement.tag)


def _whole(lacking: int, whole: int = WHOLE) -> int:
    """Round what is lacking up to whole workers."""
    return -(-lacking // whole)


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
        case TagMinimum():
            yield from tag_minimum(requirement, plan)
        case Capacity():
            yield from capacity(requirement, plan)
        case Outflow():
            yield from outflow(requirement, plan)
        case Apart():
            yield from apart(requirement, plan)
        case Unmoved():
            yield from unmoved(requirement, plan)
