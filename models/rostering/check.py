"""The solver-free check: every broken rule of a roster, and what the roster truly costs (design 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models.rostering.problem import Cover, Problem, Roster, Tally, Worker

Line = Sequence[str | None]  # a worker's shifts by day, None for free


@dataclass(frozen=True, slots=True)
class Fault:
    """A hard rule is broken: which, by whom, on which day (None: over the whole horizon)."""

    rule: str
    worker: int
    day: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Shortage:
    """A cover that has too few."""

    cover: Cover
    missing: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the check found."""

    faults: tuple[Fault, ...]
    cost: int
    shortages: tuple[Shortage, ...]

    @property
    def sound(self) -> bool:
        """Whether no hard rule is broken."""
        return not self.faults


def check(problem: Problem, roster: Roster) -> Report:
    """Return every hard rule `roster` breaks, its cost and its shortages, counted without a solver.

    Cells the problem does not know are the only faults then, and count for nothing.
    """
    faults = list(_unknown(problem, roster))
    if faults:
        unknown = {(fault.worker, fault.day) for fault in faults}
        roster = {cell: shift for cell, shift in roster.items() if cell not in unknown}
    else:
        lines = {w.id: line_of(problem, roster, w) for w in problem.workers}
        faults = [f for w in problem.workers for rule in RULES for f in rule(problem, w, lines[w.id])]
        faults += _hard_tallies(problem, lines)
    shortages, covered = _covers(problem, roster)
    cost = (
        covered
        + _requests(problem, roster)
        + sum(_tally_cost(t, *_outside(t, roster)) for t in problem.tallies)
    )
    return Report(tuple(faults), cost, shortages)


def line_of(problem: Problem, roster: Roster, worker: Worker) -> Line:
    """Return a worker's shifts day by day."""
    return [roster.get((worker.id, day)) for day in range(problem.days)]


def _unknown(problem: Problem, roster: Roster) -> Iterator[Fault]:
    for (worker, day), shift in roster.items():
        known = worker in problem.worker_by_id and shift in problem.shift_by_id
        if not known or not 0 <= day < problem.days:
            yield Fault("unknown", worker, day, f"worker {worker} has {shift} on day {day}")


def locked_cells(problem: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List locked cells that changed."""
    for day, shift in enumerate(line):
        if (worker.id, day) in problem.locked and problem.locked[worker.id, day] != shift:
            yield Fault("locked", worker.id, day, f"locked to {problem.locked[worker.id, day]}, has {shift}")


def days_off(_: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List days off that are worked."""
    for day in sorted(worker.days_off):
        if line[day] is not None:
            yield Fault("days_off", worker.id, day, f"off, has {line[day]}")


def successions(problem: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List shifts that follow one they may not follow, and days after a shift that asks for rest."""
    past = len(worker.history)
    whole = (*worker.history, *line)
    for at, shift in enumerate(whole):
        if shift is None:
            continue
        kind = problem.shift_by_id[shift]
        for ahead in range(1, 1 + max(1, kind.rest_after)):
            next_ = whole[at + ahead] if at + ahead < len(whole) else None
            barred = ahead <= kind.rest_after or next_ in kind.not_next
            if next_ is not None and barred and at + ahead >= past:
                yield Fault("succession", worker.id, at + ahead - past, f"{next_} after {shift}")


def most_of_a_shift(_: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List shifts worked more often than allowed."""
    for shift, most in worker.max_shifts.items():
        if (n := sum(s == shift for s in line)) > most:
            yield Fault("max_shifts", worker.id, None, f"{n} of {shift}, at most {most}")


def minutes(problem: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List minutes in total below the least or above the most."""
    total = sum(problem.shift_by_id[s].minutes for s in line if s is not None)
    low, high = worker.min_minutes, worker.max_minutes
    if (low is not None and total < low) or (high is not None and total > high):
        yield Fault("minutes", worker.id, None, f"{total} minutes, not {low} to {high}")


def runs(_: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List runs of work that are too long or too short, and runs of free days that are too short."""
    past = len(worker.history)
    worked = [s is not None for s in (*worker.history, *line)]
    start = 0
    for end in range(1, len(worked) + 1):
        if end < len(worked) and worked[end] == worked[start]:
            continue
        length, inside = end - start, start > 0 and end < len(worked)
        least = worker.min_run if worked[start] else worker.min_rest
        if end > past and worked[start] and worker.max_run is not None and length > worker.max_run:
            yield Fault(
                "max_run", worker.id, max(0, start - past), f"{length} days, at most {worker.max_run}"
            )
        if inside and end >= past and length < least:
            rule = "min_run" if worked[start] else "min_rest"
            yield Fault(rule, worker.id, max(0, start - past), f"{length} days, at least {least}")
        start = end


def weekends(problem: Problem, worker: Worker, line: Line) -> Iterator[Fault]:
    """List more weekends worked than allowed."""
    n = sum(any(line[d] is not None for d in span) for span in problem.weekends)
    if worker.max_weekends is not None and n > worker.max_weekends:
        yield Fault("weekends", worker.id, None, f"{n} weekends, at most {worker.max_weekends}")


Rule = Callable[[Problem, Worker, Line], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    locked_cells,
    days_off,
    successions,
    most_of_a_shift,
    minutes,
    runs,
    weekends,
)


def _outside(tally: Tally, roster: Roster) -> tuple[int, int]:
    """Return how far a tally is below its low and above its high bound."""
    total = tally.carried + sum(
        tally.values.get(shift, 0)
        for (worker, day), shift in roster.items()
        if worker == tally.worker and (tally.days is None or day in tally.days)
    )
    below = max(0, tally.low - total) if tally.low is not None else 0
    above = max(0, total - tally.high) if tally.high is not None else 0
    return below, above


def _tally_cost(tally: Tally, below: int, above: int) -> int:
    return below * (tally.under or 0) + above * (tally.over or 0)


def _hard_tallies(problem: Problem, lines: dict[int, Line]) -> Iterator[Fault]:
    for tally in problem.tallies:
        line = lines[tally.worker]
        own = {(tally.worker, day): shift for day, shift in enumerate(line) if shift is not None}
        below, above = _outside(tally, own)
        if (below and tally.under is None) or (above and tally.over is None):
            yield Fault("tally", tally.worker, None, f"{tally.name} is {below} below, {above} above")


def _covers(problem: Problem, roster: Roster) -> tuple[tuple[Shortage, ...], int]:
    by_day: dict[int, list[tuple[int, str]]] = {}
    for (worker, day), shift in roster.items():
        by_day.setdefault(day, []).append((worker, shift))
    shortages, cost = [], 0
    for cover in problem.covers:
        there = sum(
            shift in cover.shifts and (cover.tag is None or cover.tag in problem.worker_by_id[worker].tags)
            for worker, shift in by_day.get(cover.day, ())
        )
        missing = max(0, cover.required - there)
        cost += missing * cover.under + max(0, there - cover.required) * cover.over
        if missing:
            shortages.append(Shortage(cover, missing))
    return tuple(shortages), cost


def _requests(problem: Problem, roster: Roster) -> int:
    return sum(
        r.weight for r in problem.requests if (roster.get((r.worker, r.day)) == r.shift) is not r.wanted
    )
