"""Each kind of requirement as rows over the grouped columns: one function per kind (design 4.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

from models.allocation.flows import Flows
from models.allocation.linear import Expression, LinearModel, total
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
from models.allocation.rounding import rounded


@dataclass(frozen=True, slots=True)
class Demand:
    """One constraint: `count + scale * shortage >= need`, with a whole shortage of at least 0."""

    count: Expression
    need: int
    scale: int = 1


def returns(_requirement: Returns, flows: Flows) -> Iterator[Demand]:
    """Nobody who must return stays away."""
    yield Demand(Expression().add(flows.staying_away(), -1), 0)


def minimum(requirement: Minimum | Kept, flows: Flows) -> Iterator[Demand]:
    """Each site has at least its workers."""
    for site, least in sorted(requirement.at_least.items()):
        yield Demand(flows.headcount(site), least)


def group_share(requirement: GroupShare, flows: Flows) -> Iterator[Demand]:
    """The sites together have at least their workers."""
    count = Expression()
    for site in sorted(requirement.sites):
        count.add(flows.headcount(site))
    yield Demand(count, requirement.at_least)


def post_share(requirement: PostShare, flows: Flows) -> Iterator[Demand]:
    """At each site `denominator * (counting + shortage) >= numerator * present`, in lowest terms."""
    shared = gcd(requirement.numerator, requirement.denominator)
    numerator, denominator = requirement.numerator // shared, requirement.denominator // shared
    for site, extra in sorted(requirement.sites.items()):
        counting = flows.on_posts(site, requirement.posts).add(Expression(extra))
        surplus = Expression().add(counting, denominator).add(flows.headcount(site), -numerator)
        yield Demand(surplus, 0, denominator)


def maximum(requirement: Maximum, flows: Flows) -> Iterator[Demand]:
    """Each site has at most its workers."""
    for site, most in sorted(requirement.at_most.items()):
        yield Demand(Expression().add(flows.headcount(site), -1), -most)


def post_minimum(requirement: PostMinimum, flows: Flows) -> Iterator[Demand]:
    """Each post of a site has at least its workers."""
    for (site, post), least in sorted(requirement.at_least.items()):
        yield Demand(flows.on_posts(site, frozenset({post})), least)


def demands(requirement: Requirement, flows: Flows) -> Iterator[Demand]:
    """Yield the constraints of any requirement."""
    match requirement:
        case Returns():
            yield from returns(requirement, flows)
        case Minimum() | Kept():
            yield from minimum(requirement, flows)
        case GroupShare():
            yield from group_share(requirement, flows)
        case PostShare():
            yield from post_share(requirement, flows)
        case Maximum():
            yield from maximum(requirement, flows)
        case PostMinimum():
            yield from post_minimum(requirement, flows)


def add_rows(flows: Flows) -> dict[str, Expression]:
    """Add every requirement to the model; return each soft level's shortage."""
    shortages: dict[str, list[int]] = defaultdict(list)
    for requirement in flows.problem.requirements:
        for demand in demands(requirement, flows):
            lacking = demand.need - flows.linear.least(demand.count)
            if lacking <= 0:
                continue  # met whatever the plan does
            if requirement.level is not None:
                short = flows.linear.column(-(-lacking // demand.scale))
                shortages[requirement.level].append(short)
                demand.count.add_column(short, demand.scale)
            _require(flows.linear, demand)
    return {level: total(shortages[level]) for level in flows.problem.levels}


def _require(linear: LinearModel, demand: Demand) -> None:
    """Add the row, and what rounding by each of its coefficients says beyond it."""
    linear.require(demand.count, at_least=demand.need)
    row = linear.rows[-1]
    for divisor in sorted({abs(factor) for factor in row.terms.values()} - {1}):
        if (cut := rounded(row, divisor)) is not None:
            linear.rows.append(cut)
