"""Two people are on duty at every moment, one of them at least sworn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity, Target
from planner.audit.rules import Judgement, Situation
from planner.audit.unit_covers import UnitCover, unit_covers, worst_cover
from planner.county.day_words import day_words
from planner.county.duty import DutyMonth
from planner.text import Text, joined

_SHORT = Text("{where}本月{source}值班不足:{faults}。", "{where}, this month's duty {source}: {faults}.")
_SOURCES = {False: Text("排班", "as planned"), True: Text("实际", "as recorded")}
_FEW = Text(
    "{days}有时段在岗少于 {required} 人(最少 {least} 人)",
    "fewer than {required} on duty at some moment on {days} (fewest: {least})",
)
_UNSWORN = Text("{days}有时段没有民警", "nobody sworn at some moment on {days}")
_WOMEN = Text("{days}有时段女性少于 {n} 人", "fewer than {n} women at some moment on {days}")


def duty_cover(situation: Situation) -> Judgement:
    """Judge that two are on duty at every moment, in a station and at each post of a custody unit, one sworn.

    Planned by the month's duty roster; real where attendance is recorded: who was rostered but absent, late,
    gone early or on leave by telephone only was not there. Units without a duty month are not judged.
    """
    state = situation.state
    covers = list(unit_covers(state, situation.duty))
    by_unit: dict[int, list[UnitCover]] = {}
    for of in covers:
        by_unit.setdefault(of.unit.id, []).append(of)
    targets = [_target(unit, both) for unit, both in by_unit.items()]
    findings = [_finding(of, situation) for of in covers if of.shortfall]
    return Judgement(tuple(targets), tuple(findings))


def _target(unit: int, covers: Sequence[UnitCover]) -> Target:
    worst = worst_cover(covers)
    short = worst.shortfall
    return Target("duty_cover", unit, Ledger.PRESENT, worst.least, None, worst.required, short, short == 0)


def _finding(of: UnitCover, situation: Situation) -> Finding:
    state = situation.state
    return Finding(
        "duty_cover",
        Gravity.NOT_MET,
        of.unit.id,
        _not_there(of, situation.duty.months[of.unit.id, state.date.replace(day=1)]) if of.real else (),
        of.least,
        of.required,
        of.shortfall,
        Ledger.PRESENT,
        state.date,
        _SHORT.format(where=of.where, source=_SOURCES[of.real], faults=joined(_faults(of))),
    )


def _faults(of: UnitCover) -> Iterator[Text]:
    if of.few:
        yield _FEW.format(days=day_words(d.day for d in of.few), required=of.required, least=of.least)
    if of.unsworn:
        yield _UNSWORN.format(days=day_words(d.day for d in of.unsworn))
    if of.without_women:
        yield _WOMEN.format(days=day_words(d.day for d in of.without_women), n=of.women)


def _not_there(of: UnitCover, month: DutyMonth) -> tuple[int, ...]:
    """Return who was marked on the days that fell short."""
    days = {day.day for day in (*of.few, *of.unsworn)}
    return tuple(
        person for person, row in month.attended.items() if any(row[d].mark for d in days if d in row)
    )
