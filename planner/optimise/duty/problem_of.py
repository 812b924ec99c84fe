"""A unit's month as a rostering problem: only what must be decided, which is who has duty when."""

from __future__ import annotations

from models.rostering.problem import Problem, Shift, Worker
from planner.optimise.duty.covers import LEADER_TAG, SWORN_TAG, WOMAN_TAG, covers, leaders_first
from planner.optimise.duty.fairness import even_shares
from planner.optimise.duty.frame import Frame
from planner.optimise.duty.limits import limits_of
from planner.optimise.duty.month import Officer

_MINUTES = 60


def problem_of(frame: Frame) -> Problem:
    """Return the engine's problem; its days count from 0, its workers are people's ids."""
    month = frame.month
    even = tuple(even_shares(month, frame.asked.spacings)) if frame.asked.wishes else ()
    return Problem(
        days=month.length,
        shifts=tuple(_shift(frame, shift) for shift in frame.shifts),
        workers=tuple(_worker(frame, officer) for officer in month.officers),
        covers=tuple(cover for day in month.days for cover in covers(frame, day)),
        requests=tuple(leaders_first(frame)),
        tallies=tuple(tally for officer in month.officers for tally in limits_of(frame, officer, even)),
        locked=frame.locked,
        first_weekday=month.first.weekday(),
    )


def _shift(frame: Frame, shift: str) -> Shift:
    code = frame.code(shift)
    return Shift(shift, code.counted * _MINUTES, rest_after=code.rest_after if frame.keeps_rest(shift) else 0)


def _worker(frame: Frame, officer: Officer) -> Worker:
    tags = {SWORN_TAG: officer.sworn, LEADER_TAG: officer.leader, WOMAN_TAG: officer.woman}
    return Worker(
        officer.id,
        max_shifts=frame.shut[officer.id],
        days_off=frozenset(day - 1 for day in frame.month.days if day not in officer.days),
        tags=frozenset(tag for tag, has in tags.items() if has),
        history=frame.history(officer),
    )
