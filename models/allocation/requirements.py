"""What a plan owes: one frozen record per kind of requirement (design 4.1).

A requirement whose `level` is None is hard. One with a level is soft: its shortage, in whole workers, is
minimised at that level; several requirements may share a level. Targets and bounds differ in one thing: a
hard bound that is already broken before the plan becomes "no worse than today" (see `bounds.py`), while
a hard target must be met or the problem is infeasible. The limits on changes (Outflow, Apart, Unmoved) are
always met by changing nobody.

A `weighted` requirement counts workers by their weight, in hundredths of one; its shortage is still in
whole workers, rounded up.

Adding a requirement: a record here, its faults in `requirement_faults.py`, its rows in `rows.py`, its
solver-free reading in `measures.py`, what it tells workers or posts apart by in `grouping.py` and
`post_kinds.py`, and one test file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TRANSFERS = "transfers"
POST_CHANGES = "post_changes"
HARDSHIP = "hardship"
WHOLE = 100  # the weight of one whole worker
CHANGE_LEVELS = (TRANSFERS, POST_CHANGES, HARDSHIP)  # after the levels of the requirements, always


@dataclass(frozen=True, slots=True)
class Returns:
    """Target: whoever must return comes home or is transferred; short 1 for each that stays away."""

    level: str | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """Target: at least so many workers at each site; short by the workers missing, summed over sites."""

    at_least: Mapping[int, int]  # site -> workers, whole ones even where weighted
    level: str | None = None
    weighted: bool = False


@dataclass(frozen=True, slots=True)
class GroupShare:
    """Target: at least so many workers at these sites together; short by the workers missing."""

    sites: frozenset[int]
    at_least: int  # hundredths where weighted
    level: str | None = None
    weighted: bool = False


@dataclass(frozen=True, slots=True)
class PostShare:
    """Target: of each site's n workers, c hold counting posts; short max(0, ceil(n * share) - c), summed.

    `sites` maps each judged site to the fixed workers there who count although their post does not, in
    hundredths where weighted.
    """

    sites: Mapping[int, int]
    posts: frozenset[str]
    numerator: int
    denominator: int
    level: str | None = None
    weighted: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Bound: at least so many workers stay at each site; short by the workers missing."""

    at_least: Mapping[int, int]  # site -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Maximum:
    """Bound: at most so many workers at each site; short by the workers above it."""

    at_most: Mapping[int, int]  # site -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class PostMinimum:
    """Bound: at least so many workers on a post of a site; short by the workers missing."""

    at_least: Mapping[tuple[int, str], int]  # (site, post) -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class TagMinimum:
    """Bound: at least so many workers with a tag at a site; short by the workers missing."""

    at_least: Mapping[tuple[int, str], int]  # (site, tag) -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Capacity:
    """Target: the hours of those present at each site reach its need; short by the whole workers missing."""

    sites: Mapping[int, int]  # site -> hours needed
    hours: Mapping[str, int]  # post -> hours of one worker
    other: int  # hours of one worker on a post not in `hours`
    whole: int  # hours of one whole worker, in which a shortage is told, rounded up
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Outflow:
    """Bound: at most so many workers transferred out of each home site; short by the workers above it."""

    at_most: Mapping[int, int]  # home site -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """Bound: nobody of a pair is transferred to where the other is after the plan; short 1 for each pair.

    Pairs already together are left alone. Whoever cannot change is in no pair: their site is `barred`.
    """

    pairs: frozenset[tuple[int, int]]  # workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Unmoved:
    """Target: nobody with a tag is transferred or changes post; short 1 for each who is."""

    tag: str
    level: str | None = None


Requirement = (
    Returns
    | Minimum
    | GroupShare
    | PostShare
    | Kept
    | Maximum
    | PostMinimum
    | TagMinimum
    | Capacity
    | Outflow
    | Apart
    | Unmoved
)
Target = Returns | Minimum | GroupShare | PostShare | Capacity | Unmoved
