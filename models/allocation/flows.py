"""The columns of the grouped model, and the counts requirements are written in (design 4.1).

Transfers do not run site to site: each group gives to a pool of workers who may hold the same posts, and
each pool fills sites and kinds of posts. Who goes where is only decided once hardship counts. All columns
at 0 is the plan in which those who must return do, and nobody else changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.allocation.grouping import Group, PostKind, PostKinds, groups_of
from models.allocation.linear import Expression, LinearModel, total
from models.allocation.problem import Problem

Allowed = frozenset[str]  # a pool: the posts its workers may hold


class Flows:
    """Columns by what they mean, over one linear model."""

    def __init__(self, problem: Problem) -> None:
        """Group the workers and give every group and pool its columns and balances."""
        self.problem = problem
        self.kinds = PostKinds(problem)
        self.groups = groups_of(problem, self.kinds)
        self.linear = LinearModel()
        self.receivers = tuple(sorted(site.id for site in problem.sites if site.receiver))
        self.out: dict[int, int] = {}  # group -> column: transferred
        self.away: dict[int, int] = {}  # group -> column: must return but stays away
        self.change: dict[tuple[int, PostKind], int] = {}  # (group, kind) -> column: another post at home
        self.fill: dict[tuple[Allowed, int, PostKind], int] = {}  # (pool, site, kind) -> column: taken in
        self._add_home_columns()
        self._add_pools()
        self._limit_groups()
        self._resting_at: dict[int, list[int]] = defaultdict(list)  # site -> groups
        self._home_of: dict[int, list[int]] = defaultdict(list)  # site -> groups
        self._away_at: dict[int, list[int]] = defaultdict(list)  # site -> groups
        self._into: dict[int, list[tuple[PostKind, int]]] = defaultdict(list)  # site -> (kind, fill column)
        self._index()

    def _add_home_columns(self) -> None:
        for index, group in enumerate(self.groups):
            if group.key.must_return:
                self.away[index] = self.linear.column(group.size)
            for kind in group.key.change_kinds:
                self.change[index, kind] = self.linear.column(group.size)

    def _add_pools(self) -> None:
        givers: dict[Allowed, list[int]] = defaultdict(list)
        for index, group in enumerate(self.groups):
            if group.key.movable:
                givers[group.key.allowed_posts].append(index)
        for allowed, indices in givers.items():
            supply = sum(self.groups[i].size for i in indices)
            for site in self.receivers:
                for kind in self.kinds.open_to(site, allowed):
                    self.fill[allowed, site, kind] = self.linear.column(supply)
            for i in indices:
                self.out[i] = self.linear.column(self.groups[i].size)
            self._balance(allowed, indices)

    def _balance(self, allowed: Allowed, indices: list[int]) -> None:
        """A pool gives what it takes, and nobody is transferred to where they belong or already are.

        Names can be found for the flows exactly when, for every set of sites that some workers are barred
        from, those workers fit into the other sites; one row per such set says so (Hall's theorem).
        """
        given = total(self.out[i] for i in indices)
        taken = total(column for (pool, _, _), column in self.fill.items() if pool == allowed)
        self.linear.require(Expression().add(given).add(taken, -1), at_least=0, at_most=0)
        barred = {i: self.barred(self.groups[i]) for i in indices}
        tight = {b for b in barred.values() if b} | {frozenset({s}) for b in barred.values() for s in b}
        for sites in sorted(tight, key=sorted):
            bound = total(self.out[i] for i in indices if barred[i] >= sites)
            elsewhere = total(
                column for (pool, s, _), column in self.fill.items() if pool == allowed and s not in sites
            )
            self.linear.require(elsewhere.add(bound, -1), at_least=0)

    def barred(self, group: Group) -> frozenset[int]:
        """Return the receivers a transfer of this group cannot reach: where its workers belong or are."""
        sites = (group.key.home, group.key.current)
        return frozenset(s for s in sites if s is not None and self.problem.site_by_id[s].receiver)

    def _limit_groups(self) -> None:
        for index, group in enumerate(self.groups):
            columns = self.leaving(index)
            if len(columns) > 1:
                self.linear.require(total(columns), at_most=group.size)

    def _index(self) -> None:
        for index, group in enumerate(self.groups):
            self._resting_at[group.key.rest].append(index)
            self._home_of[group.key.home].append(index)
            if index in self.away and group.key.current is not None:
                self._away_at[group.key.current].append(index)
        for (_, site, kind), column in self.fill.items():
            self._into[site].append((kind, column))

    def leaving(self, index: int) -> list[int]:
        """Return the columns of a group's workers who do not rest."""
        columns = [self.change[index, kind] for kind in self.groups[index].key.change_kinds]
        return columns + [table[index] for table in (self.out, self.away) if index in table]

    def resting(self, index: int) -> Expression:
        """Return how many of a group take the course that needs no column: staying, or returning."""
        return Expression(self.groups[index].size).add(total(self.leaving(index)), -1)

    def headcount(self, site: int) -> Expression:
        """Return how many workers are present at a site after the plan."""
        count = Expression(self.problem.site_by_id[site].fixed_total)
        for index in self._resting_at[site]:
            count.add(self.resting(index))
        return count.add(total(column for _, column in self._arriving(site)))

    def on_posts(self, site: int, posts: frozenset[str]) -> Expression:
        """Return how many workers hold one of these posts, mentioned together by a requirement, at a site."""
        fixed = self.problem.site_by_id[site].fixed
        count = Expression(sum(n for post, n in fixed.items() if post in posts))
        mark = self.kinds.mark(site, posts)
        for index in self._resting_at[site]:
            if self.groups[index].key.post in posts:
                count.add(self.resting(index))
        return count.add(total(column for kind, column in self._arriving(site) if mark in kind))

    def _arriving(self, site: int) -> Iterator[tuple[PostKind, int]]:
        """Yield the kind of post and the column of everybody at a site who does not rest there."""
        yield from self._into[site]
        for index in self._away_at[site]:
            yield self.kinds.kind(site, self.groups[index].key.post), self.away[index]
        for index in self._home_of[site]:
            for kind in self.groups[index].key.change_kinds:
                yield kind, self.change[index, kind]

    def staying_away(self) -> Expression:
        """Return how many of those who must return stay away."""
        return total(self.away.values())

    def transfers(self) -> Expression:
        """Return how many workers are transferred."""
        return total(self.out.values())

    def post_changes(self) -> Expression:
        """Return how many workers take another post at home."""
        return total(self.change.values())
