"""The rostering engine: one function, problem in, checked outcome out; and one that repairs (design 4.2).

Importing this loads OR-Tools; problems, checks and outcomes do without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.rostering.check import check
from models.rostering.columns.fitting import fits
from models.rostering.grid import Costs, Grid, weighted
from models.rostering.outcome import Outcome, Status
from models.rostering.problem import Problem, Roster
from models.rostering.rules.covers import covers
from models.rostering.rules.requests import requests
from models.rostering.rules.runs import runs
from models.rostering.rules.successions import successions
from models.rostering.rules.tallies import tallies
from models.rostering.rules.totals import minutes, most_of_a_shift
from models.rostering.rules.weekends import weekends
from models.rostering.solver import Found, OnBound, run
from models.run import Clock, Limits, OnProgress, Progress, Stop, unheard

RULES: tuple[Callable[[Grid], None], ...] = (
    successions,
    runs,
    most_of_a_shift,
    minutes,
    weekends,
    covers,
    requests,
    tallies,
)


TINY = 150  # cells times shifts, up to where CP-SAT alone is best
SMALL = 600  # up to where it follows the columns, to prove what they found
CHECKING = 2e-6  # seconds kept for the check, for each cell and shift
COLUMNS_SHARE = 0.25  # of the time, for the columns of a small problem


class UnsoundRosterError(RuntimeError):
    """The solver-free check contradicts the solver: the roster is withheld."""


def solve(
    problem: Problem,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    start: Roster | None = None,
    workers: int = 1,
) -> Outcome:
    """Return the cheapest roster, as far as the limits allow; it has passed its check.

    `start` is where the search may begin, `workers` how many threads it uses. Raises UnsoundRosterError
    where the roster found does not pass. Progress is told on the calling thread or the solver's.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    tell = _teller(clock, on_progress)
    tell(None, None)
    if start is not None or not by_columns(problem):
        return _outcome(problem, _by_cells(problem, clock, tell, start, workers), clock)
    from models.rostering.columns.search import search  # brings a compiler, which a station never needs

    small = size(problem) <= SMALL
    part = clock.left * COLUMNS_SHARE if small else clock.left - CHECKING * size(problem)
    searched = search(problem, clock, tell, workers, part)
    if searched.roster is None:  # somebody has no roster, or none was found: cells can tell
        return _outcome(problem, _by_cells(problem, clock, tell, None, workers), clock)
    if not small or searched.cost == searched.bound or clock.over:
        found = Found(searched.roster, searched.cost, searched.bound, False)
    else:
        found = _by_cells(problem, clock, tell, searched.roster, 4 * workers, searched.bound)
        if found.roster is None:
            found = Found(searched.roster, searched.cost, searched.bound, False)
    return _outcome(problem, found, clock)


def size(problem: Problem) -> int:
    """Return how many cells a roster has, each counted once a shift."""
    return problem.days * len(problem.workers) * len(problem.shifts)


def by_columns(problem: Problem) -> bool:
    """Return whether columns are the way: they can say the problem, and cells prove little at its size."""
    return fits(problem) and size(problem) > TINY


def _by_cells(
    problem: Problem,
    clock: Clock,
    tell: OnBound,
    start: Roster | None,
    workers: int,
    bound: int | None = None,
) -> Found:
    """Search with CP-SAT, from a roster and above a bound where they are known."""
    grid = _grid(problem)
    grid.minimise(grid.costs, grid.constant)
    if bound is not None:
        grid.model.add(weighted(grid.costs) + grid.constant >= bound)
    if start is not None:
        grid.hint(start)
        if bound is None:
            _leave_out_dearer(grid, start)
    return run(grid, clock, tell, workers)


def repair(
    problem: Problem,
    roster: Roster,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    workers: int = 1,
) -> Outcome:
    """Return the roster that covers best with the fewest changed cells, and costs least among those.

    `roster` is what was planned; the problem says what no longer holds (days off, locked cells). Cells that
    the problem forbids now are changes nobody can avoid, and count too. The bound is that of the cost among
    rosters with as few changes, None where those are not proven fewest.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    tell = _teller(clock, on_progress)
    tell(None, None)
    grid = _grid(problem)
    changes = _changes(grid, roster)
    first = [(v, w * (1 + len(changes))) for v, w in grid.cover_costs] + changes
    grid.minimise(first)
    grid.hint(roster)
    fewest = run(grid, clock, tell, workers)
    if fewest.roster is None or fewest.objective is None or not fewest.proven:
        return _outcome(problem, replace(fewest, objective=None, bound=None), clock, roster)
    grid.model.add(weighted(first) <= fewest.objective)
    grid.minimise(grid.costs, grid.constant)
    grid.hint(fewest.roster)
    found = run(grid, clock, tell, workers)
    if found.roster is None:
        found = replace(fewest, objective=None, bound=None)
    return _outcome(problem, found, clock, roster)


def _grid(problem: Problem) -> Grid:
    grid = Grid(problem)
    for rule in RULES:
        rule(grid)
    return grid


def _leave_out_dearer(grid: Grid, start: Roster) -> None:
    """Ask for no more than a roster costs that keeps every rule; the search then takes it up at once."""
    report = check(grid.problem, start)
    if report.sound:
        grid.model.add(weighted(grid.costs) + grid.constant <= report.cost)


def _changes(grid: Grid, roster: Roster) -> Costs:
    """Return a cost of one for every cell that may differ from the roster."""
    costs: Costs = []
    for (worker, day), cell in grid.cells.items():
        had = roster.get((worker, day))
        if had in cell:
            same = grid.model.new_bool_var("")
            grid.model.add(cell[had] + same == 1)
            costs.append((same, 1))
        elif cell and had is None:
            costs.append((grid.works(grid.problem.worker_by_id[worker], day), 1))
    return costs


def _teller(clock: Clock, on_progress: OnProgress) -> OnBound:
    def tell(best: int | None, bound: int | None) -> None:
        on_progress(Progress("level", "cost", best, bound, clock.seconds))

    return tell


def _outcome(problem: Problem, found: Found, clock: Clock, before: Roster | None = None) -> Outcome:
    """Check what was found without a solver and say what it is worth."""
    status: Status
    if found.roster is None:
        status = "infeasible" if found.infeasible else "stopped"
        return Outcome(status, None, None, None, (), clock.seconds)
    status = "stopped" if clock.stop.requested else "feasible"
    report = check(problem, found.roster)
    if not report.sound:
        raise UnsoundRosterError("; ".join(fault.message for fault in report.faults))
    if found.objective is not None and report.cost > found.objective:
        raise UnsoundRosterError(f"the roster costs {report.cost}, not {found.objective}")
    if found.bound is not None and report.cost <= found.bound:
        status = "optimal"
    changed = None if before is None else _changed(problem, before, found.roster)
    return Outcome(status, found.roster, report.cost, found.bound, report.shortages, clock.seconds, changed)


def _changed(problem: Problem, before: Roster, after: Roster) -> int:
    keys = [(w.id, day) for w in problem.workers for day in range(problem.days)]
    return sum(before.get(key) != after.get(key) for key in keys)
