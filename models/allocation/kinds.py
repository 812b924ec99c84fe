"""The kind of a plan: how many workers each home site gives, and how many each receiver takes.

Two plans of one kind differ only in who goes where, and on which post.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.allocation.changes import change_of
from models.allocation.outcome import Assignment
from models.allocation.problem import Problem


@dataclass(frozen=True, slots=True)
class Kind:
    """How many each home site gives and each receiver takes, zeros left out."""

    gives: tuple[tuple[int, int], ...]
    takes: tuple[tuple[int, int], ...]

    def distance(self, other: Kind) -> int:
        """Return how many workers more some site gives or takes in one of the two."""
        pairs = ((self.gives, other.gives), (self.takes, other.takes))
        return sum((Counter(dict(a)) - Counter(dict(b))).total() for a, b in pairs)

    def exchanged(self, leaving: int, coming: int) -> Kind:
        """Return the kind where one home site gives one fewer, and another one more."""
        gives = Counter(dict(self.gives))
        gives[leaving] -= 1
        gives[coming] += 1
        return Kind(tuple(sorted((+gives).items())), self.takes)


def kind_of(problem: Problem, assignments: tuple[Assignment, ...]) -> Kind:
    """Return the kind of a plan."""
    gives, takes = Counter[int](), Counter[int]()
    for a in assignments:
        worker = problem.worker_by_id[a.worker]
        if a.site is not None and change_of(worker, a.site, a.post) == "transfer":
            gives[worker.home] += 1
            takes[a.site] += 1
    return Kind(tuple(sorted(gives.items())), tuple(sorted(takes.items())))
