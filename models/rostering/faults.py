"""What makes a rostering problem contradict itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.rostering.problem import Problem, Shift, Tally, Worker


def faults_of(problem: Problem) -> tuple[str, ...]:
    """Return every fault of a problem as a sentence; empty for a sound one."""
    return tuple(_faults(problem))


def _faults(problem: Problem) -> Iterator[str]:
    if problem.days < 1:
        yield f"the horizon has {problem.days} days"
    if not 0 <= problem.first_weekday < 7:
        yield f"weekday {problem.first_weekday} does not exist"
    shifts = {s.id for s in problem.shifts}
    workers = {w.id for w in problem.workers}
    if len(shifts) < len(problem.shifts):
        yield "a shift is given twice"
    if len(workers) < len(problem.workers):
        yield "a worker is given twice"
    for shift in problem.shifts:
        yield from _shift_faults(shift, shifts)
    for worker in problem.workers:
        yield from _worker_faults(worker, shifts, problem.days)
    yield from _wish_faults(problem, shifts, workers)
    for tally in problem.tallies:
        yield from _tally_faults(tally, shifts, workers)
    for (worker_id, day), code in problem.locked.items():
        if (
            worker_id not in workers
            or not 0 <= day < problem.days
            or (code is not None and code not in shifts)
        ):
            yield f"cell {worker_id}, {day} is locked to {code}, which does not exist"


def _shift_faults(shift: Shift, shifts: set[str]) -> Iterator[str]:
    if shift.minutes < 0 or shift.rest_after < 0:
        yield f"shift {shift.id} has a negative length"
    for unknown in sorted(shift.not_next - shifts):
        yield f"shift {shift.id} forbids the unknown shift {unknown}"


def _worker_faults(worker: Worker, shifts: set[str], days: int) -> Iterator[str]:
    known = {*worker.max_shifts, *(s for s in worker.history if s is not None)}
    for unknown in sorted(known - shifts):
        yield f"worker {worker.id} names the unknown shift {unknown}"
    if any(not 0 <= day < days for day in worker.days_off):
        yield f"worker {worker.id} is off on a day outside the horizon"
    low, high = worker.min_minutes, worker.max_minutes
    if low is not None and high is not None and low > high:
        yield f"worker {worker.id} has at least {low} and at most {high} minutes"
    if worker.min_run < 1 or worker.min_rest < 1:
        yield f"worker {worker.id} has a run shorter than a day"
    if worker.max_run is not None and worker.max_run < worker.min_run:
        yield f"worker {worker.id} has runs of at least {worker.min_run} and at most {worker.max_run}"


def _wish_faults(problem: Problem, shifts: set[str], workers: set[int]) -> Iterator[str]:
    for request in problem.requests:
        if (
            request.worker not in workers
            or request.shift not in shifts
            or not 0 <= request.day < problem.days
        ):
            yield f"a request names worker {request.worker}, day {request.day}, shift {request.shift}"
        if request.weight < 0:
            yield f"a request has the weight {request.weight}"
    for cover in problem.covers:
        if not cover.shifts or cover.shifts - shifts or not 0 <= cover.day < problem.days:
            yield f"a cover names day {cover.day}, shifts {sorted(cover.shifts)}"
        if min(cover.required, cover.under, cover.over) < 0:
            yield f"a cover on day {cover.day} has a negative number"


def _tally_faults(tally: Tally, shifts: set[str], workers: set[int]) -> Iterator[str]:
    if tally.worker not in workers or set(tally.values) - shifts:
        yield f"tally {tally.name} names worker {tally.worker}, shifts {sorted(tally.values)}"
    if tally.low is not None and tally.high is not None and tally.low > tally.high:
        yield f"tally {tally.name} lies between {tally.low} and {tally.high}"
    if min(tally.under or 0, tally.over or 0) < 0:
        yield f"tally {tally.name} has a negative weight"
