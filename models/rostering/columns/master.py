"""The master: one roster for every worker so that covers cost least, as a linear programme over columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp

from models.rostering.columns.space import Floats, Ints, Space, along
from models.rostering.problem import Problem

_EXACT = "use_preprocessing: false use_scaling: false"
_ROUGH = (
    "termination_criteria {{ time_sec_limit: {seconds:.2f} simple_optimality_criteria "
    "{{ eps_optimal_relative: 1e-3 eps_optimal_absolute: 1e-2 }} }}"
)

_LITTLE = 1e-6
_OVER_LIMIT = 1000  # what exceeding a limit costs: columns may, rosters never do


@dataclass(frozen=True, eq=False)
class Column:
    """A roster one worker may have: a shift number a day, -1 where free, and what it costs by itself."""

    worker: int  # the position in the problem
    line: Ints
    cost: int
    counts: Ints  # of every shift and, last, of weekends worked
    sound: bool  # whether it keeps the worker's limits


def column_of(spaces: Sequence[Space], worker: int, line: Ints) -> Column:
    """Return the column of a worker's roster."""
    space = spaces[worker]
    counts = space.counts(line)
    return Column(worker, line, space.cost(line), counts, bool((counts <= space.limits).all()))


@dataclass(frozen=True, eq=False)
class Prices:
    """What the linear programme pays: per day and shift, per worker, and per limit a path may exceed."""

    covers: Floats  # [day, shift]
    workers: Floats
    limits: Floats  # [worker, shift and weekends last]

    def mixed(self, other: Prices, share: float) -> Prices:
        """Return the prices part of the way towards others."""

        def mix(a: Floats, b: Floats) -> Floats:
            return a + share * (b - a)

        return Prices(
            mix(self.covers, other.covers),
            mix(self.workers, other.workers),
            mix(self.limits, other.limits),
        )

    def reduced(self, column: Column) -> float:
        """Return what a column costs beyond what it is paid."""
        paid = along(self.covers, column.line) + self.limits[column.worker] @ column.counts
        return float(column.cost - paid - self.workers[column.worker])


@dataclass(frozen=True, eq=False)
class Solution:
    """A solution of the linear programme: its value, how much of every column it takes, and its prices."""

    value: float
    taken: Floats
    prices: Prices


@dataclass(frozen=True, eq=False)
class Covers:
    """Covers as arrays over day and shift; a shift without one costs nothing."""

    required: Ints
    under: Ints
    over: Ints

    @classmethod
    def of(cls, problem: Problem) -> Covers:
        """Read the covers of a problem that asks for single shifts and no tags."""
        index = {s.id: i for i, s in enumerate(problem.shifts)}
        shape = (problem.days, len(problem.shifts))
        required, under, over = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for cover in problem.covers:
            (shift,) = cover.shifts
            at = cover.day, index[shift]
            required[at], under[at], over[at] = cover.required, cover.under, cover.over
        return cls(required, under, over)

    def cost(self, there: Ints) -> int:
        """Return what it costs that `there[day, shift]` work."""
        missing = self.required - there
        return int((np.maximum(missing, 0) * self.under + np.maximum(-missing, 0) * self.over).sum())

    def beside(self, there: Ints) -> Covers:
        """Return the covers that are left to others beside `there[day, shift]`."""
        return Covers(self.required - there, self.under, self.over)

    def step(self, there: Ints) -> Ints:
        """Return what one more on each day and shift would add to the cost."""
        return np.where(there < self.required, -self.under, self.over)


class Master:
    """The linear programme over the columns of some workers; columns are added, barred and fixed."""

    def __init__(
        self, covers: Covers, spaces: Sequence[Space], workers: Iterable[int], rough: bool = False
    ) -> None:
        """Lay out the rows; `rough` solves to about a thousandth, far faster where there are many rows."""
        self._solver = pywraplp.Solver.CreateSolver("PDLP" if rough else "GLOP")
        self.rough = rough
        self._solver.SetSolverSpecificParametersAsString(_EXACT if not rough else "")
        self._covers = covers
        self._solver.SuppressOutput()
        self._objective = self._solver.Objective()
        self._objective.SetMinimization()
        self._infinity = self._solver.infinity()
        self._spaces = spaces
        self._shape = covers.required.shape
        self.columns: list[Column] = []
        self._variables: list[pywraplp.Variable] = []
        self._seen: set[tuple[int, bytes]] = set()
        self._barred: set[int] = set()
        self._workers = {w: self._solver.Constraint(1, 1) for w in workers}
        self._rows = [self._cover_row(covers, d, t) for d, t in np.ndindex(*self._shape)]
        self._limits: dict[tuple[int, int], pywraplp.Constraint] = {}  # made when first exceeded, if exact
        if rough:
            for worker in workers:
                for which in spaces[worker].priced:
                    self._limit(worker, which)

    def _cover_row(self, covers: Covers, day: int, shift: int) -> pywraplp.Constraint | None:
        under, over = int(covers.under[day, shift]), int(covers.over[day, shift])
        if not under and not over:
            return None
        required = int(covers.required[day, shift])
        row = self._solver.Constraint(required, required)
        self._slack(row, 1, under)
        self._slack(row, -1, over)
        return row

    def _limit(self, worker: int, which: int) -> None:
        """Begin to keep a worker's limit."""
        row = self._solver.Constraint(-self._infinity, int(self._spaces[worker].limits[which]))
        self._slack(row, -1, _OVER_LIMIT)
        for column, variable in zip(self.columns, self._variables, strict=True):
            if column.worker == worker and column.counts[which]:
                row.SetCoefficient(variable, int(column.counts[which]))
        self._limits[worker, which] = row

    def _slack(self, row: pywraplp.Constraint, sign: int, price: int) -> None:
        slack = self._solver.NumVar(0, self._infinity, "")
        row.SetCoefficient(slack, sign)
        self._objective.SetCoefficient(slack, price)

    def add(self, column: Column) -> bool:
        """Add a column unless it is there already; return whether it was new."""
        key = column.worker, column.line.tobytes()
        if key in self._seen:
            return False
        self._seen.add(key)
        variable = self._solver.NumVar(0, self._infinity, "")
        self._objective.SetCoefficient(variable, column.cost)
        self._workers[column.worker].SetCoefficient(variable, 1)
        for day in np.flatnonzero(column.line >= 0).tolist():
            row = self._rows[day * self._shape[1] + int(column.line[day])]
            if row is not None:
                row.SetCoefficient(variable, 1)
        for which in self._spaces[column.worker].priced:
            limit = self._limits.get((column.worker, which))
            if limit is not None and column.counts[which]:
                limit.SetCoefficient(variable, int(column.counts[which]))
        self.columns.append(column)
        self._variables.append(variable)
        return True

    def solve(self, seconds: float = math.inf) -> Solution | None:
        """Solve, keeping every limit that would be exceeded; return None if no solution is found in time."""
        if self.rough:
            self._solver.SetSolverSpecificParametersAsString(_ROUGH.format(seconds=max(0.01, seconds)))
        elif math.isfinite(seconds):
            self._solver.set_time_limit(max(1, round(1000 * seconds)))
        while self._solver.Solve() == pywraplp.Solver.OPTIMAL:
            taken = np.array([v.solution_value() for v in self._variables])
            exceeded = self._exceeded(taken)
            if not exceeded:
                return Solution(float(self._objective.Value()), taken, self._prices())
            for worker, which in exceeded:
                self._limit(worker, which)
        return None

    def _exceeded(self, taken: Floats) -> list[tuple[int, int]]:
        """Return the limits not kept yet that a solution exceeds."""
        used: dict[int, Floats] = {}
        for index in np.flatnonzero(taken > _LITTLE):
            column = self.columns[index]
            used[column.worker] = used.get(column.worker, 0.0) + taken[index] * column.counts
        return [
            (worker, which)
            for worker, counts in used.items()
            for which in self._spaces[worker].priced
            if counts[which] > self._spaces[worker].limits[which] + _LITTLE
            and (worker, which) not in self._limits
        ]

    def _prices(self) -> Prices:
        covers = np.array([0.0 if row is None else row.dual_value() for row in self._rows])
        workers = np.zeros(len(self._spaces))
        for worker, row in self._workers.items():
            workers[worker] = row.dual_value()
        limits = np.zeros((len(self._spaces), self._shape[1] + 1))
        for key, row in self._limits.items():
            limits[key] = row.dual_value()
        paid = np.clip(covers.reshape(self._shape), -self._covers.over, self._covers.under)
        return Prices(paid, workers, np.minimum(limits, 0.0))

    def thinned(self, kept: Iterable[int] | None = None) -> Master:
        """Return a master with some columns, by default those not barred.

        A rough one begins anew at every solution, and is faster the fewer it has.
        """
        thin = Master(self._covers, self._spaces, self._workers, self.rough)
        for index in range(len(self.columns)) if kept is None else kept:
            if index not in self._barred:
                thin.add(self.columns[index])
        return thin

    def bar(self, columns: Iterable[int]) -> None:
        """Take columns out."""
        for index in columns:
            if index not in self._barred:
                self._barred.add(index)
                self._variables[index].SetUb(0.0)
