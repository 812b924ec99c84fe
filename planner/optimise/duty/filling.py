"""Fill and Repair: a unit's month planned, counted again without a solver, and handed back as cells."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.rostering.model import repair as engine_repair
from models.rostering.model import solve as engine_solve
from models.rostering.outcome import Outcome
from models.rostering.problem import Roster
from models.run import Limits, OnProgress, Stop, unheard
from planner.county.belonging import duty_units
from planner.document import Document
from planner.optimise.duty.cells import At, Cells, filled, leave_days, mended
from planner.optimise.duty.frame import Asked, Frame
from planner.optimise.duty.month import NOBODY, Gone, Month, month_of
from planner.optimise.duty.nearby import fewest_changes, nearby
from planner.optimise.duty.opening import opening
from planner.optimise.duty.problem_of import problem_of
from planner.optimise.duty.proposal import DutyProposal
from planner.optimise.duty.recount import DutyPlanError, faults, shortfalls
from planner.optimise.duty.set_aside import cleared, set_aside
from planner.optimise.duty.shortfall import Shortfall
from planner.optimise.duty.spacing import spacings_of
from planner.optimise.duty.weights import SWORN

__all__ = ["DutyPlanError", "DutyProposal", "Limits", "Stop", "existing", "fill", "fill_all", "repair"]

_LEAST_SECONDS = 0.1
_HARD_UNITS = 4  # so many may take their full part of a county's time; most need little of it
_THREADS = 1  # a month is small: one search is as fast as two, is always the same, and leaves a core free


def fill(
    document: Document,
    unit: int,
    month: date,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
) -> DutyProposal:
    """Return the best month for a unit; locked cells stay. An impossible month has its shortages by day.

    Raises InputError for no unit of the bureau, DutyPlanError where the answer does not survive its recount,
    which is an error of the program.
    """
    watch = _Watch(limits or Limits(), on_progress, stop or Stop())
    begun = month_of(document, unit, month)
    frame, outcome = watch.best(Frame(begun, Asked(spacings_of(begun))))
    cells = filled(frame, outcome.roster) if outcome.roster is not None else {}
    return _proposal(begun, outcome, cells, watch.seconds)


def existing(
    document: Document,
    unit: int,
    month: date,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> DutyProposal | None:
    """Return a roster that keeps every rule of the policy, found sooner than the best; None where none was.

    Spacing is kept, other wishes are not asked for. That none was found does not say that there is none.
    """
    watch = _Watch(limits or Limits(), unheard, stop or Stop())
    begun = month_of(document, unit, month)
    frame = Frame(begun, Asked(spacings_of(begun), wishes=False))
    outcome = watch.settled(frame)
    cells = filled(frame, outcome.roster) if outcome.roster is not None else {}
    proposal = _proposal(begun, outcome, cells, watch.seconds)
    return proposal if proposal.complies else None


def repair(
    document: Document,
    unit: int,
    month: date,
    gone: Gone,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
) -> DutyProposal:
    """Return the month with the fewest changed cells once people drop out on some days.

    Days before the first of them stay as they are; what the people had on their days becomes leave.
    """
    watch = _Watch(limits or Limits(), on_progress, stop or Stop())
    begun = month_of(document, unit, month, gone)
    first = min((day for _, day in gone), default=1)
    whole = Frame(begun, Asked(spacings_of(begun), spaced=False, mends=True, from_day=first))
    frame, outcome = watch.fewest(whole)
    cells = mended(frame, outcome.roster) if outcome.roster is not None else {}
    proposal = _proposal(begun, outcome, cells, watch.seconds, gone, first)
    return _with_leave(proposal, gone)


def fill_all(
    document: Document,
    month: date,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    units: Sequence[int] | None = None,
) -> Iterator[DutyProposal]:
    """Yield the month of some units, by default all that keep duty rosters, as it comes.

    The limits are for all together; what quick units leave of the time goes to those after them.
    """
    stop, limits, begun = stop or Stop(), limits or Limits(), time.perf_counter()
    asked = [unit.id for unit in duty_units(document.county)] if units is None else units
    for done, unit in enumerate(asked):
        if done and stop.requested:
            return
        left = limits.seconds - (time.perf_counter() - begun)
        part = replace(limits, seconds=max(_LEAST_SECONDS, left / min(_HARD_UNITS, len(asked) - done)))
        yield fill(document, unit, month, part, on_progress, stop)


class _Watch:
    """Asks the engine within one time limit: first with spacing kept, then closer where days stay short."""

    def __init__(self, limits: Limits, on_progress: OnProgress, stop: Stop) -> None:
        self._limits, self._tell, self._stop = limits, on_progress, stop
        self._begun = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._begun

    def best(self, frame: Frame) -> tuple[Frame, Outcome]:
        """Return the problem that was settled and what came of it."""
        outcome = self.settled(frame)
        apart = any(frame.asked.spacings.values())
        if not (apart and (_missing(outcome) or outcome.roster is None)):
            return frame, outcome
        closer = Frame(frame.month, replace(frame.asked, spaced=False))
        second = self.settled(closer, outcome.roster)
        no_worse = second.roster is not None and _missing(second) <= _missing(outcome)
        return (closer, second) if no_worse else (frame, outcome)

    def fewest(self, frame: Frame) -> tuple[Frame, Outcome]:
        """Return the repair with the fewest changes: around the open seats where that is known to be it."""
        near = nearby(frame)
        outcome = self.settled(near)
        is_fewest = outcome.status == "optimal" and outcome.changed == fewest_changes(frame)
        if is_fewest and not outcome.shortages:
            return near, outcome
        return frame, self.settled(frame)

    def settled(self, frame: Frame, start: Roster | None = None) -> Outcome:
        """Return what came of one problem in the time that is left."""
        left = replace(self._limits, seconds=max(_LEAST_SECONDS, self._limits.seconds - self.seconds))
        if frame.asked.mends:
            standing = frame.standing
            return engine_repair(problem_of(frame), standing, left, self._tell, self._stop, workers=_THREADS)
        problem = problem_of(frame)
        start = opening(frame, problem, start)
        return engine_solve(problem, left, self._tell, self._stop, start, workers=_THREADS)


def _missing(outcome: Outcome) -> int:
    """Return what is missing on duty, weighed: people, and anybody sworn."""
    return sum(s.missing * s.cover.under for s in outcome.shortages if s.cover.under >= SWORN)


def _proposal(
    month: Month, outcome: Outcome, cells: Cells, seconds: float, gone: Gone = NOBODY, from_day: int = 1
) -> DutyProposal:
    if cells and (found := list(faults(month, cells))):
        raise DutyPlanError(found)
    shortages = (*shortfalls(month, cells), *set_aside(month, from_day)) if outcome.roster is not None else ()
    _compare(outcome, shortages)
    before = {(o.id, day): cell.code for o in month.officers for day, cell in o.planned.items()}
    changed: dict[At, str | None] = {at: code for at, code in cells.items() if before.get(at) != code}
    changed |= {**cleared(month, from_day), **_to_leave(month, gone)}
    return DutyProposal(
        unit=month.unit.id,
        month=month.first,
        status=outcome.status,
        objective=outcome.objective,
        bound=outcome.bound,
        cells=cells,
        leave=leave_days(month) if outcome.roster is not None else {},
        changed=changed if outcome.roster is not None else {},
        shortages=shortages,
        seconds=seconds,
    )


def _to_leave(month: Month, gone: Gone) -> dict[At, str | None]:
    """Return the cells of people on the days they drop out, which become leave."""
    found: dict[At, str | None] = {}
    for person, day in gone:
        cell = month.planned.get(person, {}).get(day)
        here = person in month.by_id and month.by_id[person].of.is_plannable(day)
        if here and cell is not None and not (cell.locked or month.codes.is_leave(cell.code)):
            found[person, day] = month.codes.leave
    return found


def _compare(outcome: Outcome, shortages: tuple[Shortfall, ...]) -> None:
    """Raise DutyPlanError where more is missing by recount than the engine says."""
    claimed: dict[int, int] = {}
    for short in outcome.shortages:
        if short.cover.tag is None and short.cover.under >= SWORN:
            day = short.cover.day + 1
            claimed[day] = claimed.get(day, 0) + short.missing
    counted: dict[int, int] = {}
    for found in shortages:
        if found.rule == "duty_cover" and found.day is not None:
            counted[found.day.day] = counted.get(found.day.day, 0) + found.missing
    beyond = {day: n for day, n in counted.items() if n > claimed.get(day, 0)}
    if beyond and outcome.roster is not None:
        raise DutyPlanError(
            [f"day {day} is short of {n}, the plan says {claimed.get(day, 0)}" for day, n in beyond.items()]
        )


def _with_leave(proposal: DutyProposal, gone: Gone) -> DutyProposal:
    """Return the proposal with leave in the cells of people who dropped out."""
    cells = {(p, d): code for (p, d), code in proposal.changed.items() if (p, d) in gone and code is not None}
    return replace(proposal, cells=dict(sorted({**proposal.cells, **cells}.items())))
