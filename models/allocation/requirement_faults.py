"""What can be wrong with a requirement, each in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from models.allocation.problem import Site


def requirement_faults(
    requirement: Requirement, sites: Mapping[int, Site], workers: Collection[int]
) -> Iterator[str]:
    """Yield every fault of a requirement over these sites and workers."""
    match requirement:
        case Returns() | Unmoved():
            return
        case Minimum(at_least=table) | Kept(at_least=table):
            yield from _bound_faults(table, sites)
        case Maximum(at_most=table) | Outflow(at_most=table):
            yield from _bound_faults(table, sites)
        case GroupShare(sites=members, at_least=least):
            yield from _bound_faults(dict.fromkeys(sorted(members), least), sites)
        case PostMinimum(at_least=by_place) | TagMinimum(at_least=by_place):
            for (site, _post_or_tag), least in by_place.items():
                yield from _bound_faults({site: least}, sites)
        case PostShare():
            yield from _bound_faults(requirement.sites, sites)
            yield from _share_faults(requirement, sites)
        case Capacity():
            yield from _bound_faults(requirement.sites, sites, "hours")
            yield from _hours_faults(requirement)
        case Apart(pairs=pairs):
            yield from _pair_faults(pairs, workers)


def _bound_faults(
    table: Mapping[int, int], sites: Mapping[int, Site], unit: str = "workers"
) -> Iterator[str]:
    for site, count in table.items():
        if site not in sites:
            yield f"unknown site {site}"
        if count < 0:
            yield f"{count} {unit} at site {site}"


def _share_faults(share: PostShare, sites: Mapping[int, Site]) -> Iterator[str]:
    if share.denominator <= 0 or not 0 <= share.numerator <= share.denominator:
        yield f"share {share.numerator}/{share.denominator} is not between 0 and 1"
    for site, extra in share.sites.items():
        if site not in sites:
            continue
        fixed = sites[site].weight_by_post if share.weighted else sites[site].fixed
        others = sum(count for post, count in fixed.items() if post not in share.posts)
        if extra <= others:
            continue
        if share.weighted:
            yield f"fixed workers of weight {extra} count at site {site}, which has {others} on other posts"
        else:
            yield f"{extra} fixed workers count at site {site}, which has {others} on other posts"


def _hours_faults(capacity: Capacity) -> Iterator[str]:
    for post, hours in capacity.hours.items():
        if hours < 0:
            yield f"{hours} hours on post {post}"
    if capacity.other < 0:
        yield f"{capacity.other} hours on other posts"
    if capacity.whole <= 0:
        yield f"a whole worker of {capacity.whole} hours"


def _pair_faults(pairs: Collection[tuple[int, int]], workers: Collection[int]) -> Iterator[str]:
    for one, other in sorted(pairs):
        if one == other:
            yield f"worker {one} is paired with themselves"
        if (other, one) in pairs and one < other:
            yield f"workers {one} and {other} are paired twice"
        for stranger in sorted({one, other} - set(workers)):
            yield f"worker {stranger} of a pair is unknown"
