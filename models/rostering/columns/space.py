"""A worker's possible rosters as paths through days, laid out in arrays for pricing.

A state is a node and a resource. Nodes are the length of the run of work so far together with the class of
the last shift (shifts with the same successors are one class), or the length of the rest so far. The resource
is one number that packs what totals are limited by: minutes (most significant), weekends, and counts of some
capped shifts; a shift adds a constant to it. Where that would be too many states, paths may exceed some
limits, which the master keeps by a price.

Runs that touch the start need no state of their own: after d days a run of length d began on day 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.rostering.problem import SATURDAY, SUNDAY, WEEK, Problem, Worker

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST_STATES = 40_000_000  # of all workers' paths together; further limits are left to the master


def along(values: Floats | Ints, line: Ints) -> float:
    """Return the sum of `values[day, shift]` over the shifts of a line."""
    days = np.flatnonzero(line >= 0)
    return float(values[days, line[days]].sum())


@dataclass(frozen=True)
class Space:
    """One worker's paths; arrays are indexed by day, shift, class or resource as named."""

    worker: Worker
    own_cost: Floats  # [day, shift] what a shift adds by requests
    constant: int  # what requests cost beyond `own_cost`
    allowed: Flags  # [day, shift]
    free: Flags  # [day] whether the day may be free
    class_of: Ints  # [shift]
    group_of: Ints  # [shift] shifts that may follow the same classes are one group
    follows: Flags  # [group, class] whether a shift of the group may follow the class
    added: Ints  # [counts as weekend, shift] what a shift adds to the resource
    valid: Flags  # [counts as weekend, shift, resource] whether it may be added there
    weekend: Ints  # [day] 0: no weekend; 1: always counts one; 2: counts one after a free day
    runs: tuple[int, int, int]  # longest run, shortest run, shortest rest
    window: Ints  # [day, 2] resources kept after a day: from, up to and without
    least: int  # the smallest resource allowed at the end
    limits: Ints  # [shift, and weekends last] the most there may be
    priced: tuple[int, ...]  # which of the limits paths may exceed

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return int(self.follows.shape[1]) * self.runs[0] + self.runs[2]

    @property
    def width(self) -> int:
        """How many resources are kept after a day, at most."""
        return int((self.window[:, 1] - self.window[:, 0]).max())

    def counts(self, line: Ints) -> Ints:
        """Return how often a roster has each shift, and last how many weekends it works."""
        worked = line >= 0
        shifts = np.bincount(line[worked], minlength=len(self.class_of))
        fresh = np.append(True, ~worked[:-1])  # the day before is free
        weekends = (worked & ((self.weekend == 1) | ((self.weekend == 2) & fresh))).sum()
        return np.append(shifts, weekends)

    def fixed(self, cells: Mapping[int, int]) -> Space:
        """Return the space of the paths with these shifts on these days, -1 for a free day."""
        allowed, free = self.allowed.copy(), self.free.copy()
        for day, shift in cells.items():
            kept = shift >= 0 and allowed[day, shift]
            allowed[day] = False
            if shift >= 0:
                allowed[day, shift] = kept
                free[day] = False
        return replace(self, allowed=allowed, free=free)

    @property
    def undecided(self) -> Flags:
        """[day] whether there is more than one choice."""
        choices: Ints = self.allowed.sum(axis=1) + self.free
        return choices > 1

    def takes(self, line: Ints) -> bool:
        """Return whether every day of a line is a choice here."""
        days = np.flatnonzero(line >= 0)
        return bool(self.allowed[days, line[days]].all() and self.free[line < 0].all())

    def cost(self, line: Ints) -> int:
        """Return what a roster costs by its worker's requests."""
        return self.constant + int(along(self.own_cost, line))


@dataclass(frozen=True)
class _Common:
    """What all workers' spaces share."""

    index: Mapping[str, int]
    class_of: Ints
    group_of: Ints
    follows: Flags
    weekend: Ints
    unit: int


def spaces_of(problem: Problem) -> tuple[Space, ...]:
    """Return the space of every worker, in the problem's order."""
    common = _common(problem)
    return tuple(_space(problem, worker, common) for worker in problem.workers)


def _common(problem: Problem) -> _Common:
    ids = [s.id for s in problem.shifts]
    successors = [s.not_next if not s.rest_after else frozenset(ids) for s in problem.shifts]
    classes = list(dict.fromkeys(successors))
    may_follow = [tuple(shift not in barred for barred in classes) for shift in ids]
    groups = list(dict.fromkeys(may_follow))
    days = [(problem.first_weekday + d) % WEEK for d in range(problem.days)]
    return _Common(
        {shift: i for i, shift in enumerate(ids)},
        np.array([classes.index(s) for s in successors]),
        np.array([groups.index(m) for m in may_follow]),
        np.array(groups),
        np.array([1 if d == SATURDAY else 2 if d == SUNDAY else 0 for d in days]),
        math.gcd(*(s.minutes for s in problem.shifts)) or 1,
    )


def _space(problem: Problem, worker: Worker, common: _Common) -> Space:
    own, constant = _wishes(problem, worker, common.index)
    allowed, free = _open_cells(problem, worker, common.index)
    units = [s.minutes // common.unit for s in problem.shifts]
    low = -(-(worker.min_minutes or 0) // common.unit)
    high = min(
        worker.max_minutes // common.unit if worker.max_minutes is not None else problem.days * max(units),
        problem.days * max(units),
    )
    runs = (min(worker.max_run or problem.days, problem.days), worker.min_run, worker.min_rest)
    limits = _limits(problem, worker, common.index)
    states = len(problem.workers) * problem.days * (common.follows.shape[1] * runs[0] + runs[2]) * (high + 1)
    exact = _kept_exactly(limits, problem.days, states)
    sizes = (high + 1, *(int(limits[i]) + 1 for i in exact))
    added, valid = _steps(units, sizes, exact)
    bounding = [i for i, most in enumerate(limits) if 0 < most < problem.days]
    return Space(
        worker,
        own,
        constant,
        allowed,
        free,
        common.class_of,
        common.group_of,
        common.follows,
        added,
        valid,
        common.weekend,
        runs,
        _window(problem.days, units, (low, high), runs, math.prod(sizes[1:])),
        low * math.prod(sizes[1:]),
        limits,
        tuple(i for i in bounding if i not in exact),
    )


def _limits(problem: Problem, worker: Worker, index: Mapping[str, int]) -> Ints:
    """Return the most of every shift and, last, of weekends; where nothing bounds, the number of days."""
    limits = np.full(len(problem.shifts) + 1, problem.days)
    for shift, most in worker.max_shifts.items():
        limits[index[shift]] = min(most, problem.days)
    if worker.max_weekends is not None and worker.max_weekends < len(problem.weekends):
        limits[-1] = worker.max_weekends
    return limits


def _wishes(problem: Problem, worker: Worker, index: Mapping[str, int]) -> tuple[Floats, int]:
    own, constant = np.zeros((problem.days, len(problem.shifts))), 0
    for request in problem.requests:
        if request.worker == worker.id:
            own[request.day, index[request.shift]] += -request.weight if request.wanted else request.weight
            constant += request.weight if request.wanted else 0
    return own, constant


def _open_cells(problem: Problem, worker: Worker, index: Mapping[str, int]) -> tuple[Flags, Flags]:
    allowed = np.ones((problem.days, len(problem.shifts)), dtype=np.bool_)
    free = np.ones(problem.days, dtype=np.bool_)
    for shift, most in worker.max_shifts.items():
        allowed[:, index[shift]] &= most > 0
    allowed[sorted(worker.days_off)] = False
    for (who, day), locked in problem.locked.items():
        if who == worker.id:
            kept = allowed[day].copy()
            allowed[day] = False
            if locked is not None:
                allowed[day, index[locked]] = kept[index[locked]]
                free[day] = False
    return allowed, free


def _kept_exactly(limits: Ints, days: int, states: int) -> tuple[int, ...]:
    """Choose what is counted along a path: weekends first, then the tightest shifts, while states are few."""
    weekends = len(limits) - 1
    kept: list[int] = []
    for which in (weekends, *sorted(range(weekends), key=lambda i: int(limits[i]))):
        most = int(limits[which])
        if (most == 0 and which != weekends) or most >= days:
            continue
        if most == 0 or states * (most + 1) <= MOST_STATES:
            states *= most + 1
            kept.append(which)
    return tuple(kept)


def _steps(units: Sequence[int], sizes: Sequence[int], exact: Sequence[int]) -> tuple[Ints, Flags]:
    """Return what each shift adds to the packed resource, and where that is within all limits."""
    strides = [math.prod(sizes[i + 1 :]) for i in range(len(sizes))]
    packed = np.arange(math.prod(sizes))
    added = np.zeros((2, len(units)), dtype=np.int64)
    valid = np.ones((2, len(units), len(packed)), dtype=np.bool_)
    for weekend in (0, 1):
        for shift, unit in enumerate(units):
            counted = (weekend if i == len(units) else int(i == shift) for i in exact)
            for n, stride, most in zip((unit, *counted), strides, sizes, strict=True):
                added[weekend, shift] += n * stride
                valid[weekend, shift] &= packed // stride % most + n < most
    return added, valid


def _window(
    days: int, units: Sequence[int], total: tuple[int, int], runs: tuple[int, int, int], per_unit: int
) -> Ints:
    """Return the resources after each day from which the least minutes can still be reached."""
    low, high = total
    longest, _, rest = runs
    biggest = max(units)
    window = np.zeros((days, 2), dtype=np.int64)
    for day in range(days):
        whole, part = divmod(days - day - 1, longest + rest)
        ahead = biggest * (whole * longest + min(part, longest))
        least = max(0, low - ahead - (biggest * longest if ahead else 0))
        window[day] = least * per_unit, (min(high, biggest * (day + 1)) + 1) * per_unit
    window[:, 1] = np.maximum(window[:, 1], window[:, 0] + 1)
    return window
