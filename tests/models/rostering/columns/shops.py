"""What every step of the search by columns shares, for small problems."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from models.rostering.columns.generation import Workshop
from models.rostering.columns.master import Covers
from models.rostering.columns.space import Ints, Space, spaces_of
from models.rostering.problem import Problem
from models.run import Clock, Limits, Stop


@contextmanager
def shop_of(problem: Problem) -> Iterator[Workshop]:
    """Open a shop with one thread and a minute's time."""
    with ThreadPoolExecutor(1) as threads:
        yield Workshop(Covers.of(problem), spaces_of(problem), threads, Clock(Limits(60), Stop()))


def keeps_limits(space: Space, line: Ints) -> bool:
    """Return whether a path is a roster of its worker."""
    return bool((space.counts(line) <= space.limits).all())
