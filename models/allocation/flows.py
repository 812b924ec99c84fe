"""The columns of the grouped model and their balances (design 4.1); `tallies.py` counts workers by them.

Transfers do not run site to site: each group gives to a pool of workers who may go to the same places and
count alike there, and each pool fills sites and kinds of posts. Who goes where is only decided once hardship
counts. All columns at 0 is the plan in which those who must return do, and nobody else changes.
"""

from __future__ import annotations

from collections import defaultdict

from models.allocation.grouping import Group, Pool, groups_of
from models.allocation.linear import Expression, LinearModel, total
from models.allocation.post_kinds import PostKind, PostKinds
from models.allocation.problem import Problem


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
        self.fill: dict[Pool, dict[tuple[int, PostKind], int]] = {}  # pool, (site, kind) -> column: taken in
        self._add_home_columns()
        self._add_pools()
        self._limit_groups()

    def _add_home_columns(self) -> None:
        for index, group in enumerate(self.groups):
            if group.key.must_return and not group.key.held:
                self.away[index] = self.linear.column(group.size)
            for kind in group.key.change_kinds:
                self.change[index, kind] = self.linear.column(group.size)

    def _add_pools(self) -> None:
        givers: dict[Pool, list[int]] = defaultdict(list)
        for index, group in enumerate(self.groups):
            if group.key.pool is not None:
                givers[group.key.pool].append(index)
        for pool, indices in givers.items():
            supply = sum(self.groups[i].size for i in indices)
            self.fill[pool] = {
                (site, kind): self.linear.column(supply)
                for site in self.receivers
                if site not in pool.barred
                for kind in self.kinds.open_to(site, pool.allowed_posts)
            }
            for i in indices:
                self.out[i] = self.linear.column(self.groups[i].size)
            self._balance(pool, indices, supply)

    def _balance(self, pool: Pool, indices: list[int], supply: int) -> None:
        """A pool gives what it takes, and nobody is transferred to where they belong or already are.

        Names can be found for the flows exactly when, for every set of sites that some workers are kept
        from, those workers fit into the other sites; one row per such set says so (Hall's theorem).
        """
        given = self.linear.column(supply, whole=False)  # a column of its own keeps the rows below short
        self.linear.require(total(self.out[i] for i in indices).add_column(given, -1), at_least=0, at_most=0)
        self.linear.require(total(self.fill[pool].values()).add_column(given, -1), at_least=0, at_most=0)
        own = {i: self.own_sites(self.groups[i]) - pool.barred for i in indices}
        tight = {b for b in own.values() if b} | {frozenset({s}) for b in own.values() for s in b}
        for sites in sorted(tight, key=sorted):
            bound = total(self.out[i] for i in indices if own[i] >= sites)
            there = total(column for (s, _), column in self.fill[pool].items() if s in sites)
            self.linear.require(Expression(0, {given: 1}).add(there, -1).add(bound, -1), at_least=0)

    def own_sites(self, group: Group) -> frozenset[int]:
        """Return the receivers a transfer of this group cannot reach: where its workers belong or are."""
        sites = (group.key.home, group.key.current)
        return frozenset(s for s in sites if s is not None and self.problem.site_by_id[s].receiver)

    def _limit_groups(self) -> None:
        for index, group in enumerate(self.groups):
            columns = self.leaving(index)
            if len(columns) > 1:
                self.linear.require(total(columns), at_most=group.size)

    def leaving(self, index: int) -> list[int]:
        """Return the columns of a group's workers who do not rest."""
        columns = [self.change[index, kind] for kind in self.groups[index].key.change_kinds]
        return columns + [table[index] for table in (self.out, self.away) if index in table]
