"""Interchangeable workers as one integer: groups, and the pools their transfers flow through (design 4.1)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.allocation.problem import Problem, Worker
from models.allocation.requirements import PostMinimum, PostShare

PostKind = frozenset[int]  # which post sets of the site's requirements a post belongs to


class PostKinds:
    """Posts of a site that no requirement tells apart are one kind; that of unmentioned ones is empty."""

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


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What makes workers interchangeable but for their hardship."""

    home: int
    current: int | None
    post: str
    movable: bool
    must_return: bool
    allowed_posts: frozenset[str]
    change_kinds: tuple[PostKind, ...]  # kinds other than the recorded one, open at home

    @property
    def rest(self) -> int:
        """Where its workers are unless a column says otherwise: home if they must return, else current."""
        return self.home if self.must_return or self.current is None else self.current


@dataclass(frozen=True, slots=True)
class Group:
    """Interchangeable workers, by ascending id."""

    key: GroupKey
    members: tuple[Worker, ...]

    @property
    def size(self) -> int:
        """How many workers are in the group."""
        return len(self.members)


def groups_of(problem: Problem, kinds: PostKinds) -> tuple[Group, ...]:
    """Return the groups of a problem in a fixed order that the order of its workers does not change."""
    members: dict[GroupKey, list[Worker]] = defaultdict(list)
    for worker in sorted(problem.workers, key=lambda w: w.id):
        members[_key(worker, kinds)].append(worker)
    return tuple(Group(key, tuple(found)) for key, found in members.items())


def _key(worker: Worker, kinds: PostKinds) -> GroupKey:
    return GroupKey(
        worker.home,
        worker.current,
        worker.post,
        worker.movable,
        worker.must_return,
        worker.allowed_posts if worker.movable else frozenset(),
        _change_kinds(worker, kinds),
    )


def _change_kinds(worker: Worker, kinds: PostKinds) -> tuple[PostKind, ...]:
    at_home = worker.must_return or worker.current == worker.home
    if not (worker.postable and at_home):
        return ()
    own = kinds.kind(worker.home, worker.post)
    others = (kind for kind in kinds.open_to(worker.home, worker.allowed_posts) if kind != own)
    return tuple(sorted(others, key=sorted))
