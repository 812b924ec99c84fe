"""The program of the rostering peers: one Boolean a worker, day and shift, clauses on windows of days.

It holds the very same problem at the very same cost, every kind of rule included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.rostering.problem import Cover, Problem, Roster, Tally, Worker

Terms = dict[int, int]
Sum = tuple[Terms, int | None, int | None]  # terms, at least, at most
Literal = tuple[int, bool]  # a column, and whether it is 1 or 0
Known = bool | int  # what is certain of a day, or the column that says it


@dataclass
class PlainRoster:
    """Columns by their upper bound, clauses of which one literal holds, sums between bounds, and a cost."""

    upper: list[int] = field(default_factory=list)
    clauses: list[list[Literal]] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    cost: Terms = field(default_factory=dict)
    of_covers: Terms = field(default_factory=dict)  # the part of the cost that covers have
    constant: int = 0
    cells: dict[tuple[int, int, str], int] = field(default_factory=dict)
    works: dict[tuple[int, int], int] = field(default_factory=dict)

    def column(self, upper: int = 1, cost: int = 0) -> int:
        self.upper.append(upper)
        column = len(self.upper) - 1
        if cost:
            self.cost[column] = cost
        return column

    def never(self, *together: tuple[Known, bool]) -> None:
        """Add a clause: these days are not all so; a day that is certain is left out, or settles it."""
        clause = []
        for known, wanted in together:
            if isinstance(known, bool):
                if known is not wanted:
                    return
            else:
                clause.append((known, not wanted))
        self.clauses.append(clause)

    def of_shifts(self, worker: int, day: int, shifts: Sequence[str]) -> list[int]:
        found = (self.cells.get((worker, day, shift)) for shift in shifts)
        return [column for column in found if column is not None]

    def roster(self, values: Sequence[float]) -> Roster:
        """Return the roster of a solution."""
        return {(w, day): shift for (w, day, shift), column in self.cells.items() if values[column] > 0.5}


def changes(program: PlainRoster, roster: Roster) -> tuple[Terms, int]:
    """Return how many cells differ from a roster, as terms and a constant; what may not stay is left out."""
    terms: Terms = {}
    kept = 0
    for (worker, day), works in program.works.items():
        had = roster.get((worker, day))
        if had is None:
            terms[works] = 1
        elif (column := program.cells.get((worker, day, had))) is not None and program.upper[column]:
            terms[column] = -1
            kept += 1
    return terms, kept


def plain_roster(problem: Problem) -> PlainRoster:
    """Write a problem down as its rules say it."""
    program = PlainRoster()
    for worker in problem.workers:
        for day in range(problem.days):
            _cell(program, problem, worker, day)
        _successions(program, problem, worker)
        _runs(program, problem, worker)
        _totals(program, problem, worker)
        _weekends(program, problem, worker)
    for cover in problem.covers:
        _cover(program, problem, cover)
    for tally in problem.tallies:
        _tally(program, problem, tally)
    for wish in problem.requests:
        column = program.cells.get((wish.worker, wish.day, wish.shift))
        program.constant += wish.weight * wish.wanted
        if column is not None:
            weight = -wish.weight if wish.wanted else wish.weight
            program.cost[column] = program.cost.get(column, 0) + weight
    return program


def _cell(program: PlainRoster, problem: Problem, worker: Worker, day: int) -> None:
    key = worker.id, day
    shifts = [] if day in worker.days_off else [s.id for s in problem.shifts]
    works = program.works[key] = program.column(1 if shifts else 0)
    for shift in shifts:
        program.cells[*key, shift] = program.column()
    terms = {program.cells[*key, shift]: 1 for shift in shifts}
    program.sums.append(({**terms, works: -1}, 0, 0))
    if key not in problem.locked:
        return
    locked = problem.locked[key]
    if locked is None:
        program.clauses.append([(works, False)])
    else:
        program.clauses.append([(c, True) for c in program.of_shifts(*key, [locked])])


def _worked(program: PlainRoster, problem: Problem, worker: Worker) -> list[Known]:
    """Return whether each day is worked, those of the history first."""
    past: list[Known] = [shift is not None for shift in worker.history]
    return past + [program.works[worker.id, day] for day in range(problem.days)]


def _successions(program: PlainRoster, problem: Problem, worker: Worker) -> None:
    worked, past = _worked(program, problem, worker), len(worker.history)
    for shift in problem.shifts:
        for day in range(-past, problem.days):
            if day < 0:
                had: Known = worker.history[day] == shift.id
            else:
                had = program.cells.get((worker.id, day, shift.id), False)
            for rest in range(max(0, day + 1), min(problem.days, day + 1 + shift.rest_after)):
                program.never((had, True), (worked[past + rest], True))
            barred = program.of_shifts(worker.id, day + 1, sorted(shift.not_next))
            if isinstance(had, bool):
                for column in barred:
                    program.never((had, True), (column, True))
            elif barred:
                program.sums.append(({had: 1, **dict.fromkeys(barred, 1)}, None, 1))


def _runs(program: PlainRoster, problem: Problem, worker: Worker) -> None:
    worked, past = _worked(program, problem, worker), len(worker.history)
    if worker.max_run is not None:
        for end in range(max(past, worker.max_run), len(worked)):
            program.never(*((known, True) for known in worked[end - worker.max_run : end + 1]))
    for least, run in ((worker.min_run, True), (worker.min_rest, False)):
        for length in range(1, least):
            for end in range(max(past, length + 1), len(worked)):
                begin = end - length
                whole = begin < past  # a run that began earlier may have ended there, too short
                inside = worked[begin : end if whole else begin + 1]
                ends = (worked[begin - 1], not run), (worked[end], not run)
                program.never(*ends, *((known, run) for known in inside))


def _totals(program: PlainRoster, problem: Problem, worker: Worker) -> None:
    days = range(problem.days)
    for shift, most in worker.max_shifts.items():
        terms = {c: 1 for day in days for c in program.of_shifts(worker.id, day, [shift])}
        program.sums.append((terms, None, most))
    minutes = {(w, shift): problem.shift_by_id[shift].minutes for w, _, shift in program.cells}
    terms = {c: minutes[w, shift] for (w, _, shift), c in program.cells.items() if w == worker.id}
    if worker.min_minutes is not None or worker.max_minutes is not None:
        program.sums.append((terms, worker.min_minutes, worker.max_minutes))


def _weekends(program: PlainRoster, problem: Problem, worker: Worker) -> None:
    if worker.max_weekends is None:
        return
    terms = {}
    for span in problem.weekends:
        weekend = program.column()
        terms[weekend] = 1
        for day in span:
            program.clauses.append([(weekend, True), (program.works[worker.id, day], False)])
    program.sums.append((terms, None, worker.max_weekends))


def _cover(program: PlainRoster, problem: Problem, cover: Cover) -> None:
    terms: Terms = {}
    for worker in problem.workers:
        if cover.tag is None or cover.tag in worker.tags:
            terms |= dict.fromkeys(program.of_shifts(worker.id, cover.day, sorted(cover.shifts)), 1)
    before = len(program.upper)
    _between(program, terms, (cover.required, cover.required), (cover.under, cover.over))
    new = range(before, len(program.upper))
    program.of_covers |= {column: program.cost[column] for column in new if column in program.cost}


def _tally(program: PlainRoster, problem: Problem, tally: Tally) -> None:
    terms = {
        column: value
        for day in (range(problem.days) if tally.days is None else tally.days)
        for shift, value in tally.values.items()
        for column in program.of_shifts(tally.worker, day, [shift])
    }
    low = None if tally.low is None else tally.low - tally.carried
    high = None if tally.high is None else tally.high - tally.carried
    _between(program, terms, (low, high), (tally.under, tally.over))


def _between(
    program: PlainRoster,
    terms: Terms,
    bounds: tuple[int | None, int | None],
    weights: tuple[int | None, int | None],
) -> None:
    """Keep a sum between two bounds; each unit outside costs a weight, with none it may not be."""
    (low, high), (under, over) = bounds, weights
    least, most = _reach(program, terms)
    if low is not None:
        short = {} if under is None else {program.column(max(0, low - least), under): 1}
        program.sums.append(({**terms, **short}, low, None))
    if high is not None:
        beyond = {} if over is None else {program.column(max(0, most - high), over): -1}
        program.sums.append(({**terms, **beyond}, None, high))


def _reach(program: PlainRoster, terms: Terms) -> tuple[int, int]:
    parts: Iterator[int] = (value * program.upper[column] for column, value in terms.items())
    values = list(parts)
    return sum(v for v in values if v < 0), sum(v for v in values if v > 0)
