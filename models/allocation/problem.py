"""The allocation problem: workers, sites, requirements and the order of levels (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.allocation.faults import faults_of
from models.allocation.requirements import CHANGE_LEVELS, WHOLE, Requirement


class ProblemError(ValueError):
    """A problem contradicts itself; `faults` lists everything found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault, and show them all."""
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody whose site or post may change; whoever cannot change is in a site's `fixed`.

    Staying at `current` on `post` is always possible. A `postable` worker at home may take another allowed
    post the home site offers. A `movable` one may be transferred to a receiver other than home and current,
    on any allowed post it offers. One that `must_return` belongs to a receiver but is elsewhere (`current`
    is no receiver, or None: outside all sites) and may come home on the recorded post, or on another one
    if postable; one of these that is `held` is left away whatever happens.
    """

    id: int
    home: int
    current: int | None
    post: str  # recorded
    allowed_posts: frozenset[str] = frozenset()
    movable: bool = False
    postable: bool = False
    must_return: bool = False
    transfer_cost: int = 0  # hardship of being transferred, travel apart
    change_cost: int = 0  # hardship of another post at home
    barred: frozenset[int] = frozenset()  # sites a transfer may not reach
    tags: frozenset[str] = frozenset()  # what requirements may count or price workers by
    held: bool = False
    weight: int = WHOLE  # in weighted requirements, in hundredths


@dataclass(frozen=True, slots=True)
class Site:
    """A place of work; only receivers take transferred workers."""

    id: int
    receiver: bool = False
    posts: frozenset[str] = frozenset()  # on offer to those who change
    fixed: Mapping[str, int] = field(default_factory=dict)  # post -> workers present who cannot change
    fixed_weight: Mapping[str, int] = field(default_factory=dict)  # post -> their weight; missing: all whole
    fixed_tags: Mapping[str, int] = field(default_factory=dict)  # tag -> how many of them have it

    @property
    def fixed_total(self) -> int:
        """Workers present who cannot change."""
        return sum(self.fixed.values())

    @property
    def weight_by_post(self) -> dict[str, int]:
        """The weight of those who cannot change, by post, in hundredths."""
        return {**{post: WHOLE * count for post, count in self.fixed.items()}, **self.fixed_weight}


@dataclass(frozen=True)
class Problem:
    """Everything the engine needs, checked on construction: ProblemError lists all faults.

    `levels` orders the levels of the soft requirements; transfers, post changes and hardship follow.
    `travel` is the hardship of a transfer by (home site, target site); a missing pair costs nothing.
    """

    workers: tuple[Worker, ...]
    sites: tuple[Site, ...]
    requirements: tuple[Requirement, ...] = ()
    levels: tuple[str, ...] = ()
    travel: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a problem that contradicts itself."""
        faults = faults_of(self)
        if faults:
            raise ProblemError(faults)

    @cached_property
    def site_by_id(self) -> dict[int, Site]:
        """Sites by their id."""
        return {site.id: site for site in self.sites}

    @cached_property
    def worker_by_id(self) -> dict[int, Worker]:
        """Workers by their id."""
        return {worker.id: worker for worker in self.workers}

    @property
    def all_levels(self) -> tuple[str, ...]:
        """Every level in priority order."""
        return (*self.levels, *CHANGE_LEVELS)
