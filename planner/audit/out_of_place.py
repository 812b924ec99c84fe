"""Duty that the records contradict, since its people were elsewhere or on leave: planned, or attended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity
from planner.county.counted_month import OutOfPlace, counted_around
from planner.county.day_words import month_day_words
from planner.county.duty import DutyBook
from planner.county.state import State
from planner.text import Text

_ELSEWHERE = Text(
    "{name}{days}不在本单位工作,所排班次不计",
    "{name} does not work here on {days}; what is planned then does not count",
)
_ON_LEAVE = Text(
    "{name}{days}已登记请假,所排班次不计",
    "{name} is on registered leave on {days}; what is planned then does not count",
)
_DONE_ELSEWHERE = Text(
    "{name}{days}不在本单位工作,考勤却记有出勤,仍按考勤计",
    "{name} does not work here on {days}, yet attendance is recorded here and counts",
)
_DONE_ON_LEAVE = Text(
    "{name}{days}已登记请假,考勤却记有出勤,仍按考勤计",
    "{name} is on registered leave on {days}, yet attendance is recorded and counts",
)
_PLANNED = Text(
    "{unit}值班表:{said},请更正值班表或人员、借调、请假记录。",
    "Duty roster of {unit}: {said}. Correct the roster, or the record of the person, secondment or leave.",
)
_DONE = Text(
    "{unit}考勤:{said},请更正考勤或人员、借调、请假记录。",
    "Attendance of {unit}: {said}. Correct it, or the record of the person, secondment or leave.",
)


def out_of_place_words(out: OutOfPlace, month: date) -> Text:
    """Return who is planned on which days without counting, never why somebody is on leave."""
    return _said(out, month, _ELSEWHERE, _ON_LEAVE)


def _said(out: OutOfPlace, month: date, elsewhere: Text, on_leave: Text) -> Text:
    days = month_day_words(month.replace(day=day) for day in out.days)
    return (on_leave if out.on_leave else elsewhere).format(name=out.person.name, days=days)


def out_of_place_findings(state: State, duty: DutyBook) -> Iterator[Finding]:
    """Yield by person what the duty months of the date say against the records; one of both is wrong."""
    first = state.date.replace(day=1)
    for counted in counted_around(duty, state.date, state.county, state.policy):
        if counted.month.month != first:
            continue
        unit = counted.month.unit
        for out in counted.out_of_place:
            yield _finding(out, unit, state, _PLANNED, out_of_place_words(out, first))
        for out in counted.done_out_of_place:
            yield _finding(out, unit, state, _DONE, _said(out, first, _DONE_ELSEWHERE, _DONE_ON_LEAVE))


def _finding(out: OutOfPlace, unit: int, state: State, sentence: Text, said: Text) -> Finding:
    return Finding(
        "duty_records",
        Gravity.TO_VERIFY,
        unit,
        (out.person.id,),
        len(out.days),
        0,
        0,
        Ledger.PRESENT,
        state.date,
        sentence.format(unit=state.unit_name(unit), said=said),
    )
