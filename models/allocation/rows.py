"""Each kind of requirement as rows over the grouped columns: one function per kind (design 4.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import gcd

from models.allocation.linear import Expression, LinearModel, total
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
    Target,
    Unmoved,
)
from models.allocation.rounding import rounded
from models.allocation.tallies import Tallies

Allowed = Mapping[tuple[str | None, int | None], int]  # level and site -> short uncounted
NONE_ALLOWED: Allowed = {}


@dataclass(slots=True)
class Demand:
    """One constraint: `count + scale * shortage >= need`, with a whole shortage of at least 0."""

    count: Expression
    need: int
    scale: int = 1
    site: int | None = None  # where a target is short; None for all its sites together


def returns(_requirement: Returns, tallies: Tallies) -> Iterator[Demand]:
    """Nobody who must return stays away."""
    yield Demand(_negative(tallies.staying_away()), 0)


def minimum(requirement: Minimum | Kept, tallies: Tallies) -> Iterator[Demand]:
    """Each site has at least its workers."""
    weighted = isinstance(requirement, Minimum) and requirement.weighted
    whole = WHOLE if weighted else 1
    for site, least in sorted(requirement.at_least.items()):
        yield Demand(tallies.headcount(site, weighted), least * whole, whole, site)


def group_share(requirement: GroupShare, tallies: Tallies) -> Iterator[Demand]:
    """The sites together have at least their workers."""
    count = Expression()
    for site in sorted(requirement.sites):
        count.add(tallies.headcount(site, requirement.weighted))
    yield Demand(count, requirement.at_least, WHOLE if requirement.weighted else 1)


def post_share(requirement: PostShare, tallies: Tallies) -> Iterator[Demand]:
    """At each site `denominator * (counting + shortage) >= numerator * present`, in lowest terms."""
    shared = gcd(requirement.numerator, requirement.denominator)
    numerator, denominator = requirement.numerator // shared, requirement.denominator // shared
    weighted = requirement.weighted
    for site, extra in sorted(requirement.sites.items()):
        counting = tallies.on_posts(site, requirement.posts, weighted).add(Expression(extra))
        surplus = Expression().add(counting, denominator).add(tallies.headcount(site, weighted), -numerator)
        yield Demand(surplus, 0, denominator * (WHOLE if weighted else 1), site)


def maximum(requirement: Maximum, tallies: Tallies) -> Iterator[Demand]:
    """Each site has at most its workers."""
    for site, most in sorted(requirement.at_most.items()):
        yield Demand(_negative(tallies.headcount(site)), -most)


def post_minimum(requirement: PostMinimum, tallies: Tallies) -> Iterator[Demand]:
    """Each post of a site has at least its workers."""
    for (site, post), least in sorted(requirement.at_least.items()):
        yield Demand(tallies.on_posts(site, frozenset({post})), least)


def tag_minimum(requirement: TagMinimum, tallies: Tallies) -> Iterator[Demand]:
    """Each site has at least its workers with the tag."""
    for (site, tag), least in sorted(requirement.at_least.items()):
        yield Demand(tallies.tagged(site, tag), least)


def capacity(requirement: Capacity, tallies: Tallies) -> Iterator[Demand]:
    """The hours of those present at each site reach its need."""
    for site, need in sorted(requirement.sites.items()):
        yield Demand(tallies.hours(site, requirement), need, requirement.whole, site)


def outflow(requirement: Outflow, tallies: Tallies) -> Iterator[Demand]:
    """Each home site gives at most its workers."""
    for home, most in sorted(requirement.at_most.items()):
        yield Demand(_negative(tallies.transfers_from(home)), -most)


def apart(requirement: Apart, tallies: Tallies) -> Iterator[Demand]:
    """At each receiver that one of a pair can be transferred to, there is one of them at most.

    Nobody can be transferred to where they belong or are, so no pair already together is parted.
    """
    for pair in sorted(requirement.pairs):
        for site in tallies.flows.receivers:
            together = tallies.meeting(site, pair)
            if together is not None:
                yield Demand(_negative(together), -1)


def unmoved(requirement: Unmoved, tallies: Tallies) -> Iterator[Demand]:
    """Nobody with the tag is transferred or changes post."""
    yield Demand(_negative(tallies.changed(requirement.tag)), 0)


def _negative(expression: Expression) -> Expression:
    return Expression().add(expression, -1)


def demands(requirement: Requirement, tallies: Tallies) -> Iterator[Demand]:
    """Yield the constraints of any requirement."""
    match requirement:
        case Returns():
            yield from returns(requirement, tallies)
        case Minimum() | Kept():
            yield from minimum(requirement, tallies)
        case GroupShare():
            yield from group_share(requirement, tallies)
        case PostShare():
            yield from post_share(requirement, tallies)
        case Maximum():
            yield from maximum(requirement, tallies)
        case PostMinimum():
            yield from post_minimum(requirement, tallies)
        case TagMinimum():
            yield from tag_minimum(requirement, tallies)
        case Capacity():
            yield from capacity(requirement, tallies)
        case Outflow():
            yield from outflow(requirement, tallies)
        case Apart():
            yield from apart(requirement, tallies)
        case Unmoved():
            yield from unmoved(requirement, tallies)


def add_rows(tallies: Tallies, allowed: Allowed = NONE_ALLOWED) -> dict[str, Expression]:
    """Add every requirement to the model; return each soft level's shortage.

    What is `allowed` to be short of a target, at a site or (None) at all its sites together, is not counted.
    """
    problem, linear = tallies.flows.problem, tallies.flows.linear
    shortages: dict[str, list[int]] = defaultdict(list)
    for requirement in problem.requirements:
        for demand in demands(requirement, tallies):
            spared = allowed.get((requirement.level, demand.site), 0) if allowed else 0
            if spared and isinstance(requirement, Target):
                demand.need -= demand.scale * spared
            lacking = demand.need - linear.least(demand.count)
            if lacking <= 0:
                continue  # met whatever the plan does
            if requirement.level is not None:
                short = linear.column(-(-lacking // demand.scale))
                shortages[requirement.level].append(short)
                demand.count.add_column(short, demand.scale)
            _require(linear, demand)
    return {level: total(shortages[level]) for level in problem.levels}


def _require(linear: LinearModel, demand: Demand) -> None:
    """Add the row, and what rounding by each of its coefficients says beyond it."""
    linear.require(demand.count, at_least=demand.need)
    row = linear.rows[-1]
    for divisor in sorted({abs(factor) for factor in row.terms.values()} - {1}):
        if (cut := rounded(row, divisor)) is not None:
            linear.rows.append(cut)
