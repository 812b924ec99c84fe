"""Who is where: head counts per site and post, of a plan or of today; no solver anywhere near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.allocation.problem import Problem


@dataclass(slots=True)
class Counts:
    """Workers present, by site and by (site, post)."""

    present: Counter[int] = field(default_factory=Counter)
    on_post: Counter[tuple[int, str]] = field(default_factory=Counter)

    def add(self, site: int | None, post: str, workers: int = 1) -> None:
        """Count workers at a site; outside all sites nobody is counted."""
        if site is not None:
            self.present[site] += workers
            self.on_post[site, post] += workers

    def on_posts(self, site: int, posts: Iterable[str]) -> int:
        """Return how many hold one of these posts at a site."""
        return sum(self.on_post[site, post] for post in posts)


def fixed_counts(problem: Problem) -> Counts:
    """Count only the workers who cannot change."""
    counts = Counts()
    for site in problem.sites:
        for post, workers in site.fixed.items():
            counts.add(site.id, post, workers)
    return counts


def counts_today(problem: Problem) -> Counts:
    """Count everybody where they are before the plan, without those who must return from there."""
    counts = fixed_counts(problem)
    for worker in problem.workers:
        if not worker.must_return:
            counts.add(worker.current, worker.post)
    return counts
