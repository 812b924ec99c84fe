"""Who is where: counts per site, post and tag, of a plan or of today; no solver anywhere near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.allocation.problem import Problem, Worker


@dataclass(slots=True)
class Counts:
    """Workers present, by site, by (site, post) and by (site, tag), and their weight in hundredths."""

    present: Counter[int] = field(default_factory=Counter)
    on_post: Counter[tuple[int, str]] = field(default_factory=Counter)
    tagged: Counter[tuple[int, str]] = field(default_factory=Counter)
    weight: Counter[int] = field(default_factory=Counter)
    post_weight: Counter[tuple[int, str]] = field(default_factory=Counter)

    def add(self, worker: Worker, site: int | None, post: str) -> None:
        """Count a worker at a site; outside all sites nobody is counted."""
        if site is None:
            return
        self.present[site] += 1
        self.on_post[site, post] += 1
        self.weight[site] += worker.weight
        self.post_weight[site, post] += worker.weight
        for tag in worker.tags:
            self.tagged[site, tag] += 1

    def on_posts(self, site: int, posts: Iterable[str]) -> int:
        """Return how many hold one of these posts at a site."""
        return sum(self.on_post[site, post] for post in posts)

    def weight_on(self, site: int, posts: Iterable[str]) -> int:
        """Return what those who hold one of these posts at a site weigh."""
        return sum(self.post_weight[site, post] for post in posts)


def fixed_counts(problem: Problem) -> Counts:
    """Count only the workers who cannot change."""
    counts = Counts()
    for site in problem.sites:
        for post, workers in site.fixed.items():
            counts.present[site.id] += workers
            counts.on_post[site.id, post] += workers
        for post, weight in site.weight_by_post.items():
            counts.weight[site.id] += weight
            counts.post_weight[site.id, post] += weight
        for tag, workers in site.fixed_tags.items():
            counts.tagged[site.id, tag] += workers
    return counts


def counts_today(problem: Problem) -> Counts:
    """Count everybody where they are before the plan, without those who must return from there."""
    counts = fixed_counts(problem)
    for worker in problem.workers:
        if not worker.must_return:
            counts.add(worker, worker.current, worker.post)
    return counts
