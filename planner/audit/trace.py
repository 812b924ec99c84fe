"""How a figure was counted: the named people behind its numerator and denominator, and who was left out."""

from __future__ import annotations

from dataclasses import dataclass

from planner.audit.cover import on_duty_at
from planner.audit.elsewhere import Elsewhere
from planner.audit.field_hours import officers_hours
from planner.audit.ledgers import Ledger, is_community_officer, is_in_base, on_ledger
from planner.audit.results import Target
from planner.audit.unit_covers import unit_covers, worst_cover
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.state import Placed, Standing, State
from planner.policy.settings import STANDINGS
from planner.text import Text

_NO_DATA = Text("本月没有排班和考勤数据,不评价", "no duty or attendance data this month, not judged")
_WHY_NOT = {
    Standing.NOT_SWORN: Text("不是民警,不计", "not a sworn officer"),
    Standing.NOT_SERVING: Text("不在职,不计", "not serving"),
    Standing.OTHER_BUREAU: Text("非本局编制,另列", "on another bureau's books, listed apart"),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody a figure does not count, and why."""

    placed: Placed
    reason: Text


@dataclass(frozen=True, slots=True)
class Trace:
    """The named rows behind one figure."""

    numerator: tuple[Placed, ...]
    denominator: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]


def trace(state: State, target: Target, duty: DutyBook = NO_DUTY) -> Trace:
    """Return the people `target` counted; its counts equal theirs, weighted on the effective ledger.

    Field time counts hours instead: its people are those whose hours they are.
    """
    match target.rule:
        case "hidden_secondment":
            return Trace(tuple(e.placed for e in _suspected(state, duty)), (), ())
        case "duty_cover":
            return Trace(_fewest_on_duty(state, duty, target), (), ())
        case "field_time":
            return _field_time(state, duty, target)
        case "secondment":
            return Trace(tuple(p for p in state.placed.values() if p.drawn_off), (), ())
        case "station_share":
            return _station_share(state, target.ledger)
        case "ledger_gap":
            return Trace(
                tuple(
                    p
                    for p in state.counted()
                    if p.books_unit != p.present_unit and target.unit in (p.books_unit, p.present_unit)
                ),
                (),
                (),
            )
    judged = _judged(state, target)
    here = tuple(p for p in state.counted() if on_ledger(p, target.ledger) in judged)
    left_out = tuple(_away(state, target.ledger, judged))
    if target.rule == "community_share":
        return Trace(tuple(p for p in here if is_community_officer(p)), here, left_out)
    return Trace(here, (), left_out)


def _suspected(state: State, duty: DutyBook) -> list[Elsewhere]:
    from planner.audit.rules.hidden_secondment import suspected

    return suspected(state, duty)


def _fewest_on_duty(state: State, duty: DutyBook, target: Target) -> tuple[Placed, ...]:
    """Return who is on duty at the first moment at which the fewest are."""
    worst = worst_cover([of for of in unit_covers(state, duty) if of.unit.id == target.unit])
    day = min(worst.days, key=lambda d: d.on_duty)
    there = on_duty_at(day.moment, worst.watches, state.county.people)
    return tuple(p for id_, p in state.placed.items() if id_ in there)


def _field_time(state: State, duty: DutyBook, target: Target) -> Trace:
    judged, unjudged = list[Placed](), list[LeftOut]()
    for of in officers_hours(state, duty):
        there = [hours.judged for hours in of.stations if target.unit in (None, hours.station.id)]
        if any(there):
            judged.append(of.placed)
        elif there:
            unjudged.append(LeftOut(of.placed, _NO_DATA))
    return Trace(tuple(judged), tuple(judged), tuple(unjudged))


def _judged(state: State, target: Target) -> set[int]:
    from planner.audit.rules.community_share import is_judged

    if target.unit is not None:
        return {target.unit}
    return {u.id for u in state.stations() if is_judged(u)}


def _station_share(state: State, ledger: Ledger) -> Trace:
    stations = {u.id for u in state.stations()}
    base = tuple(p for p in state.placed.values() if is_in_base(p, state))
    inside = tuple(p for p in base if on_ledger(p, ledger) in stations)
    outside = [
        LeftOut(p, _WHY_NOT.get(p.standing) or Text("按口径不计入分母", "left out of the base by the policy"))
        for p in state.placed.values()
        if not is_in_base(p, state)
    ]
    away = (one for one in _away(state, ledger, stations) if is_in_base(one.placed, state))
    return Trace(inside, base, (*away, *outside))


def _away(state: State, ledger: Ledger, units: set[int]) -> list[LeftOut]:
    """Return who belongs to `units` on the books but is not counted there on `ledger`."""
    return [
        LeftOut(p, STANDINGS[p.standing])
        for p in state.counted()
        if p.home in units and on_ledger(p, ledger) not in units
    ]
