"""Interchangeable workers as one integer: groups, and the pools their transfers flow through (design 4.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.allocation.post_kinds import PostKind, PostKinds
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import (
    WHOLE,
    Apart,
    GroupShare,
    Minimum,
    PostShare,
    TagMinimum,
    Unmoved,
)

NO_TAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pool:
    """What workers share whose transfers flow together: where they may go, and how they count there."""

    allowed_posts: frozenset[str]
    barred: frozenset[int]  # receivers none may reach; home and current, where theirs differ, are not here
    tags: frozenset[str]  # that some receiver counts
    weight: int
    alone: int | None  # the one worker of the pool, where a requirement names workers


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What makes workers interchangeable but for their hardship."""

    home: int
    current: int | None
    post: str
    must_return: bool
    held: bool
    tags: frozenset[str]  # that some requirement could tell apart
    weight: int
    alone: int | None
    pool: Pool | None  # None: never transferred
    change_kinds: tuple[PostKind, ...]  # kinds other than the recorded one, open at home

    @property
    def rest(self) -> int | None:
        """Where its workers are unless a column says otherwise: home if they return, else current."""
        return self.home if self.must_return and not self.held else self.current


@dataclass(frozen=True, slots=True)
class Group:
    """Interchangeable workers, by ascending id."""

    key: GroupKey
    members: tuple[Worker, ...]

    @property
    def size(self) -> int:
        """How many workers are in the group."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class _Matters:
    """What a problem's requirements tell workers apart by, besides home, current and posts."""

    kinds: PostKinds
    receivers: frozenset[int]
    weighted: bool
    counted: Mapping[int, frozenset[str]]  # site -> tags
    priced: frozenset[str]  # tags
    paired: frozenset[int]  # workers

    def tags_at(self, sites: Iterable[int | None]) -> frozenset[str]:
        """Return the tags that some of these sites count."""
        return NO_TAGS.union(*(self.counted.get(site, NO_TAGS) for site in sites if site is not None))


def groups_of(problem: Problem, kinds: PostKinds) -> tuple[Group, ...]:
    """Return the groups of a problem in a fixed order that the order of its workers does not change."""
    matters = _matters(problem, kinds)
    members: dict[GroupKey, list[Worker]] = defaultdict(list)
    for worker in sorted(problem.workers, key=lambda w: w.id):
        members[_key(worker, matters)].append(worker)
    return tuple(Group(key, tuple(found)) for key, found in members.items())


def _matters(problem: Problem, kinds: PostKinds) -> _Matters:
    weighted = False
    counted: dict[int, frozenset[str]] = {}
    priced: set[str] = set()
    paired: set[int] = set()
    for requirement in problem.requirements:
        match requirement:
            case Minimum() | GroupShare() | PostShare():
                weighted |= requirement.weighted
            case TagMinimum():
                for site, tag in requirement.at_least:
                    counted[site] = counted.get(site, NO_TAGS) | {tag}
            case Unmoved():
                priced.add(requirement.tag)
            case Apart():
                paired.update(*requirement.pairs)
            case _:
                pass
    receivers = frozenset(site.id for site in problem.sites if site.receiver)
    return _Matters(kinds, receivers, weighted, counted, frozenset(priced), frozenset(paired))


def _key(worker: Worker, matters: _Matters) -> GroupKey:
    change_kinds = _change_kinds(worker, matters.kinds)
    pool = _pool(worker, matters) if worker.movable else None
    tags = matters.tags_at((worker.home, worker.current))
    if pool is not None or change_kinds:
        tags |= matters.priced
    tags &= worker.tags
    return GroupKey(
        worker.home,
        worker.current,
        worker.post,
        worker.must_return,
        worker.held,
        tags if pool is None else tags | pool.tags,
        worker.weight if matters.weighted else WHOLE,
        _alone(worker, matters),
        pool,
        change_kinds,
    )


def _pool(worker: Worker, matters: _Matters) -> Pool:
    alone = _alone(worker, matters)
    own = {worker.home, worker.current}
    return Pool(
        worker.allowed_posts,
        matters.receivers & (worker.barred - own if alone is None else worker.barred | own),
        matters.tags_at(matters.receivers) & worker.tags if matters.counted else NO_TAGS,
        worker.weight if matters.weighted else WHOLE,
        alone,
    )


def _alone(worker: Worker, matters: _Matters) -> int | None:
    return worker.id if worker.id in matters.paired else None


def _change_kinds(worker: Worker, kinds: PostKinds) -> tuple[PostKind, ...]:
    at_home = worker.must_return or worker.current == worker.home
    if not (worker.postable and at_home):
        return ()
    own = kinds.kind(worker.home, worker.post)
    others = (kind for kind in kinds.open_to(worker.home, worker.allowed_posts) if kind != own)
    return tuple(sorted(others, key=sorted))
