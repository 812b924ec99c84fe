"""Posts of a site that no requirement tells apart are one kind (design 4.1)."""

from __future__ import annotations

from collections import defaultdict

from models.allocation.problem import Problem
from models.allocation.requirements import Capacity, PostMinimum, PostShare

PostKind = frozenset[int]  # which post sets of the site's requirements a post belongs to


class PostKinds:
    """The kinds of posts at each site; that of posts no requirement mentions is empty."""

    def __init__(self, problem: Problem) -> None:
        """Collect the post sets each site's requirements mention."""
        self._mentioned: dict[int, list[frozenset[str]]] = defaultdict(list)
        self._offered = {site.id: site.posts for site in problem.sites}
        for requirement in problem.requirements:
            match requirement:
                case PostShare():
                    for site in requirement.sites:
                        self._mention(site, requirement.posts)
                case PostMinimum():
                    for site, post in requirement.at_least:
                        self._mention(site, frozenset({post}))
                case Capacity():
                    for site in requirement.sites:
                        for posts in posts_by_hours(requirement).values():
                            self._mention(site, posts)
                case _:
                    pass

    def _mention(self, site: int, posts: frozenset[str]) -> None:
        if posts not in self._mentioned[site]:
            self._mentioned[site].append(posts)

    def kind(self, site: int, post: str) -> PostKind:
        """Return the kind of a post at a site."""
        return frozenset(i for i, posts in enumerate(self._mentioned.get(site, ())) if post in posts)

    def open_to(self, site: int, allowed: frozenset[str]) -> dict[PostKind, tuple[str, ...]]:
        """Return the posts on offer at a site to whoever may hold `allowed`, sorted, by kind."""
        kinds: dict[PostKind, list[str]] = defaultdict(list)
        for post in sorted(self._offered[site] & allowed):
            kinds[self.kind(site, post)].append(post)
        return {kind: tuple(posts) for kind, posts in kinds.items()}

    def mark(self, site: int, posts: frozenset[str]) -> int:
        """Return what every kind within these posts, mentioned together by a requirement, contains."""
        return self._mentioned[site].index(posts)


def posts_by_hours(capacity: Capacity) -> dict[int, frozenset[str]]:
    """Return the posts on which a worker's hours are others than on most, by these hours."""
    found: dict[int, set[str]] = defaultdict(set)
    for post, hours in capacity.hours.items():
        if hours != capacity.other:
            found[hours].add(post)
    return {hours: frozenset(found[hours]) for hours in sorted(found)}
