"""The counts requirements are written in, as expressions over the columns of the grouped model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from models.allocation.flows import Flows
from models.allocation.linear import Expression, total
from models.allocation.post_kinds import PostKind, posts_by_hours
from models.allocation.requirements import Capacity


@dataclass(frozen=True, slots=True)
class Presence:
    """Workers alike at a site: `constant` of them, more or fewer by the columns."""

    kind: PostKind
    tags: frozenset[str]
    weight: int
    constant: int
    columns: tuple[int, ...]
    sign: int
    transferred: bool = False


Worth = Callable[[Presence], int]


class Tallies:
    """Everybody present after the plan, by what requirements count them by."""

    def __init__(self, flows: Flows) -> None:
        """List who is, or may come to be, at each site."""
        self.flows = flows
        self._present: dict[int, list[Presence]] = defaultdict(list)
        self._alone: dict[tuple[int, int], list[Presence]] = defaultdict(list)  # (worker, site)
        for index in range(len(flows.groups)):
            self._add_group(index)
        for pool, columns in flows.fill.items():
            for (site, kind), column in columns.items():
                presence = Presence(kind, pool.tags, pool.weight, 0, (column,), 1, transferred=True)
                self._add(site, presence, pool.alone)

    def _add_group(self, index: int) -> None:
        """Add those of a group who rest, and those who stay away or take another post at home."""
        flows, group = self.flows, self.flows.groups[index]
        key = group.key

        def add(site: int | None, kind: PostKind, constant: int, columns: list[int], sign: int) -> None:
            if site is not None:
                presence = Presence(kind, key.tags, key.weight, constant, tuple(columns), sign)
                self._add(site, presence, key.alone)

        if key.rest is not None:
            add(key.rest, flows.kinds.kind(key.rest, key.post), group.size, flows.leaving(index), -1)
        if index in flows.away and key.current is not None:
            add(key.current, flows.kinds.kind(key.current, key.post), 0, [flows.away[index]], 1)
        for kind in key.change_kinds:
            add(key.home, kind, 0, [flows.change[index, kind]], 1)

    def _add(self, site: int, presence: Presence, alone: int | None) -> None:
        self._present[site].append(presence)
        if alone is not None:
            self._alone[alone, site].append(presence)

    def _sum(self, site: int, fixed: int, worth: Worth) -> Expression:
        return _added(self._present[site], fixed, worth)

    def headcount(self, site: int, weighted: bool = False) -> Expression:
        """Return how many workers are present at a site, or what they weigh."""
        there = self.flows.problem.site_by_id[site]
        if weighted:
            return self._sum(site, sum(there.weight_by_post.values()), lambda p: p.weight)
        return self._sum(site, there.fixed_total, lambda _: 1)

    def on_posts(self, site: int, posts: frozenset[str], weighted: bool = False) -> Expression:
        """Return how many, or what weight, hold posts that a requirement mentions together, at a site."""
        there = self.flows.problem.site_by_id[site]
        counted = there.weight_by_post if weighted else there.fixed
        mark = self.flows.kinds.mark(site, posts)
        return self._sum(
            site,
            sum(n for post, n in counted.items() if post in posts),
            lambda p: (p.weight if weighted else 1) if mark in p.kind else 0,
        )

    def tagged(self, site: int, tag: str) -> Expression:
        """Return how many workers at a site have a tag that a requirement counts there."""
        fixed = self.flows.problem.site_by_id[site].fixed_tags.get(tag, 0)
        return self._sum(site, fixed, lambda p: tag in p.tags)

    def hours(self, site: int, capacity: Capacity) -> Expression:
        """Return the hours that all present at a site have."""
        fixed = self.flows.problem.site_by_id[site].fixed
        kinds = self.flows.kinds
        marks = {kinds.mark(site, posts): hours for hours, posts in posts_by_hours(capacity).items()}

        def hours_of(presence: Presence) -> int:
            return next((marks[mark] for mark in presence.kind if mark in marks), capacity.other)

        there = sum(n * capacity.hours.get(post, capacity.other) for post, n in fixed.items())
        return self._sum(site, there, hours_of)

    def meeting(self, site: int, pair: tuple[int, int]) -> Expression | None:
        """Return how many of two workers are at a site; None where no transfer could bring them together."""
        one, other = (self._alone.get((worker, site), []) for worker in pair)
        if not (one and other and any(p.transferred for p in (*one, *other))):
            return None
        return _added([*one, *other], 0, lambda _: 1)

    def staying_away(self) -> Expression:
        """Return how many of those who must return stay away."""
        held = sum(group.size for group in self.flows.groups if group.key.held)
        return total(self.flows.away.values(), held)

    def transfers(self) -> Expression:
        """Return how many workers are transferred."""
        return total(self.flows.out.values())

    def transfers_from(self, home: int) -> Expression:
        """Return how many workers of a home site are transferred."""
        groups = self.flows.groups
        return total(column for index, column in self.flows.out.items() if groups[index].key.home == home)

    def post_changes(self) -> Expression:
        """Return how many workers take another post at home."""
        return total(self.flows.change.values())

    def changed(self, tag: str) -> Expression:
        """Return how many workers with a tag that a requirement prices are transferred or change post."""
        flows = self.flows
        tagged = {index for index, group in enumerate(flows.groups) if tag in group.key.tags}
        changes = total(column for (index, _), column in flows.change.items() if index in tagged)
        return changes.add(total(column for index, column in flows.out.items() if index in tagged))


def _added(present: list[Presence], fixed: int, worth: Worth) -> Expression:
    count = Expression(fixed)
    for presence in present:
        each = worth(presence)
        if each:
            count.constant += each * presence.constant
            for column in presence.columns:
                count.add_column(column, each * presence.sign)
    return count
