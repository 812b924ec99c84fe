"""A dedicated community officer spends most of the working time in 辖区."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from planner.audit.field_hours import Hours, OfficerHours, officers_hours
from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity, Target
from planner.audit.rules import Judgement, Situation
from planner.audit.rules.station_share import percent
from planner.county.duty import DutyMonth
from planner.county.records import Person, Unit
from planner.county.state import State
from planner.policy.share import Share
from planner.text import Text, joined

_SHORT = Text(
    "{unit}{name}(警号{badge})本月在辖区工作时间{parts},要求 {required}({area})。",
    "{name} (badge {badge}) of {unit} has {parts} in the field this month; {required} is required ({area}).",
)
_PLANNED = Text("排班 {field}/{worked} 小时、占 {percent}%", "{field} of {worked} planned hours ({percent}%)")
_REAL = Text("考勤 {field}/{worked} 小时、占 {percent}%", "{field} of {worked} recorded hours ({percent}%)")
_NO_DATA = Text(
    "在辖区工作时间:{n} 名专职社区民警本月无数据,不评价;有数据的 {m} 人,其中有考勤记录的 {k} 人。",
    "Field time: {n} dedicated community officers have neither duty nor attendance data this month and are "
    "not judged; {m} have data, {k} of them attendance records.",
)
_MEMORY = "field_time"
_Counted = tuple[int, Hours]  # a person, and what of their month a target counts
AREA_WORDS = {
    "unasked": Text("“辖区”口径尚未确认,暂按本人责任区计", "area not yet settled, the own beat for now"),
    "beat": Text("“辖区”按本人责任区计", "area: the officer's own beat"),
    "station": Text("“辖区”按派出所辖区计", "area: the station's"),
}


def field_time(situation: Situation) -> Judgement:
    """Judge that each dedicated community officer spends 80% of the working time in 辖区, leave out of both.

    Planned by the month's duty roster and real by its attendance (Yunnan's drive, 2019-2020). Without data
    nobody is judged and nobody ever meets it. Where a month overlaps a transfer, the hours at both stations
    make the officer's share, and each station counts its own.
    """
    state = situation.state
    officers = list(officers_hours(state, situation.duty))
    required = state.policy.share("field_time.required")
    judged = [o for o in officers if o.judged is not None]
    short = [o for o in judged if _is_short(o, required)]
    below = {o.placed.person.id for o in short}
    targets = [_target(of, unit, required, below) for unit, of in _hours_counted(judged).items()]
    area, months = AREA_WORDS[state.policy.choice("counting.area")], situation.duty.months
    first = state.date.replace(day=1)
    findings = [
        _remembered(
            months[next(there.station.id for there in o.stations if there.judged), first],
            _Basis(o.placed.person, o.station, o.planned, o.real, state.date, required, area),
        )
        for o in short
    ]
    silent = [o for o in officers if o.judged is None]
    findings += [_no_data(silent, judged, state, required)] if silent else []
    return Judgement(tuple(targets), tuple(findings))


def _hours_counted(judged: Sequence[OfficerHours]) -> Mapping[int | None, list[_Counted]]:
    """Return the hours that each station counts, and under None those of all together."""
    found: dict[int | None, list[_Counted]] = {}
    for officer in judged:
        for there in officer.stations:
            if there.judged is not None:
                found.setdefault(there.station.id, []).append((officer.placed.person.id, there.judged))
    if judged:
        found[None] = [(o.placed.person.id, o.judged) for o in judged if o.judged is not None]
    return found


def _is_short(officer: OfficerHours, required: Share) -> bool:
    """Return whether an officer is below what is required, planned or real."""
    return any(h is not None and not _meets(h, required) for h in (officer.planned, officer.real))


def _meets(hours: Hours, required: Share) -> bool:
    return required.is_met_by(hours.field, hours.worked)


def _target(counted: Sequence[_Counted], unit: int | None, required: Share, below: Set[int]) -> Target:
    field, worked = sum(h.field for _, h in counted), sum(h.worked for _, h in counted)
    short = sum(person in below for person, _ in counted)
    return Target("field_time", unit, Ledger.PRESENT, field, worked, required, short, short == 0)


class _Basis(NamedTuple):
    """All that the finding about an officer says; a named tuple, as a recount makes one for each."""

    person: Person
    station: Unit
    planned: Hours | None
    real: Hours | None
    on: date
    required: Share
    area: Text


def _remembered(month: DutyMonth, basis: _Basis) -> Finding:
    """Return an officer's finding; it stays with the month until something in it changes.

    Where most officers are below, their sentences would be half of a recount.
    """
    known = month.memory.setdefault(_MEMORY, {})
    before = known.get(basis.person.id)
    if before is None or before[0] != basis:
        before = known[basis.person.id] = (basis, _finding(basis))
    finding: Finding = before[1]
    return finding


def _finding(basis: _Basis) -> Finding:
    person, hours = basis.person, basis.real or basis.planned
    parts = [
        words.format(field=h.field, worked=h.worked, percent=percent(h.field, h.worked))
        for words, h in ((_PLANNED, basis.planned), (_REAL, basis.real))
        if h is not None
    ]
    message = _SHORT.format(
        unit=basis.station.name,
        name=person.name,
        badge=person.badge_number,
        parts=joined(parts),
        required=basis.required.words,
        area=basis.area,
    )
    return Finding(
        "field_time",
        Gravity.NOT_MET,
        basis.station.id,
        (person.id,),
        f"{hours.field}/{hours.worked}" if hours else "",
        basis.required,
        1,
        Ledger.PRESENT,
        basis.on,
        message,
    )


def _no_data(
    silent: Sequence[OfficerHours], judged: Sequence[OfficerHours], state: State, required: Share
) -> Finding:
    recorded = sum(o.real is not None for o in judged)
    return Finding(
        "field_time",
        Gravity.TO_VERIFY,
        None,
        tuple(o.placed.person.id for o in silent),
        len(silent),
        required,
        0,
        Ledger.PRESENT,
        state.date,
        _NO_DATA.format(n=len(silent), m=len(judged), k=recorded),
    )
