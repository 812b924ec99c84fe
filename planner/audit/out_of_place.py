"""Planned duty that counts nowhere, since the records say that its people were elsewhere or on leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity
from planner.county.counted_month import OutOfPlace, counted_months
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
_FINDING = Text(
    "{unit}值班表:{said},请更正值班表或人员、借调、请假记录。",
    "Duty roster of {unit}: {said}. Correct the roster, or the record of the person, secondment or leave.",
)


def out_of_place_words(out: OutOfPlace, month: date) -> Text:
    """Return who is planned on which days without counting, never why somebody is on leave."""
    days = month_day_words(month.replace(day=day) for day in out.days)
    return (_ON_LEAVE if out.on_leave else _ELSEWHERE).format(name=out.person.name, days=days)


def out_of_place_findings(state: State, duty: DutyBook) -> Iterator[Finding]:
    """Yield by person what the duty months of the date plan against the records; one of both is wrong."""
    first = state.date.replace(day=1)
    months = [month for month in duty.months.values() if month.month == first]
    for counted in counted_months(months, state.county, state.policy):
        for out in counted.out_of_place:
            yield _finding(out, counted.month.unit, state)


def _finding(out: OutOfPlace, unit: int, state: State) -> Finding:
    said = out_of_place_words(out, state.date)
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
        _FINDING.format(unit=state.unit_name(unit), said=said),
    )
