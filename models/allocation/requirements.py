"""What a plan owes: one frozen record per kind of requirement (design 4.1).

A requirement whose `level` is None is hard. One with a level is soft: its shortage, in whole workers, is
minimised at that level; several requirements may share a level. Targets and bounds differ in one thing: a
hard bound that is already broken before the plan becomes "no worse than today" (see `bounds.py`), while
a hard target must be met or the problem is infeasible.

Adding a requirement: a record here, its faults in `faults.py`, its rows in `rows.py`, its solver-free
reading in `measures.py`, and one test file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TRANSFERS = "transfers"
POST_CHANGES = "post_changes"
HARDSHIP = "hardship"
CHANGE_LEVELS = (TRANSFERS, POST_CHANGES, HARDSHIP)  # after the levels of the requirements, always


@dataclass(frozen=True, slots=True)
class Returns:
    """Target: whoever must return comes home or is transferred; short 1 for each that stays away."""

    level: str | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """Target: at least so many workers at each site; short by the workers missing, summed over sites."""

    at_least: Mapping[int, int]  # site -> workers
    level: str | None = None


@dataclass(frozen=True, slots=True)
class GroupShare:
    """Target: at least so many workers at these sites together; short by the workers missing."""

    sites: frozenset[int]
    at_least: int
    level: str | None = None


@dataclass(frozen=True, slots=True)
class PostShare:
    """Target: of each site's n workers, c hold counting posts; short max(0, ceil(n * share) - c), summed.

    `sites` maps each judged site to the fixed workers there who count although their post does not.
    """

    sites: Mapping[int, int]
    posts: frozenset[str]
    numerator: int
    denominator: int
    level: str | None = None


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


Requirement = Returns | Minimum | GroupShare | PostShare | Kept | Maximum | PostMinimum
