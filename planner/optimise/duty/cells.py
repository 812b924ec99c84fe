"""The engine's roster as cells of the grid: duties, the rest after them, and ordinary days around both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from models.rostering.problem import Roster
from planner.optimise.duty.field import field_hours, is_judged, working_hours
from planner.optimise.duty.frame import Frame
from planner.optimise.duty.month import Month, Officer
from planner.policy.duty_codes import DutyKind

At = tuple[int, int]  # person, day of the month
Cells = Mapping[At, str]
_HANDED_OUT = (DutyKind.DUTY, DutyKind.STANDBY)


def filled(frame: Frame, roster: Roster) -> Cells:
    """Return a code for every day that may be planned; fixed cells as they are, the rest without gaps."""
    month = frame.month
    cells: dict[At, str] = {}
    for officer in month.officers:
        cells |= {(officer.id, day): code for day, code in frame.fixed[officer.id].items()}
        for day in officer.days:
            shift = roster.get((officer.id, day - 1))
            handed_out = shift is not None and frame.code(shift).kind in _HANDED_OUT
            if shift is not None and handed_out and (officer.id, day) not in cells:
                cells[officer.id, day] = frame.code(shift).id
    for officer in month.officers:
        resting = set(rest_days(month, officer, cells))
        for day in sorted(officer.days):
            code = quiet_day(month, officer, day, resting)
            if code and (officer.id, day) not in cells:
                cells[officer.id, day] = code
    return dict(sorted(_compensated(frame, cells).items()))


def mended(frame: Frame, roster: Roster) -> Cells:
    """Return the month as it stands, changed only where the engine changed it."""
    month, standing = frame.month, frame.standing
    cells = {(o.id, day): cell.code for o in month.officers for day, cell in o.planned.items()}
    freed = []
    for officer in month.officers:
        for day in sorted(officer.days):
            at = officer.id, day - 1
            if roster.get(at) == standing.get(at):
                continue
            if at in roster:
                cells[officer.id, day] = frame.code(roster[at]).id
            else:
                del cells[officer.id, day]
                freed.append((officer, day))
    for officer, day in freed:
        code = quiet_day(month, officer, day, set(rest_days(month, officer, cells)))
        # A duty given back leaves an ordinary day; an ordinary day given up is rest.
        ordinary = standing[officer.id, day - 1] in frame.duty_shifts
        if chosen := code if ordinary else month.codes.rest:
            cells[officer.id, day] = chosen
    return dict(sorted(cells.items()))


def leave_days(month: Month) -> Cells:
    """Return a code for every day of registered leave, which no plan decides: what stands there, or leave."""
    codes = month.codes
    cells: dict[At, str] = {}
    for officer in month.officers:
        row = month.planned.get(officer.id, {})
        for day in officer.of.absences:
            stands = row[day].code if day in row else ""
            code = stands if codes.is_leave(stands) or codes.is_rest(stands) else codes.leave
            if code is not None:
                cells[officer.id, day] = code
    return cells


def rest_days(month: Month, officer: Officer, cells: Cells) -> Iterator[int]:
    """Yield the days of rest that duties ask for, those of the month before included."""
    before = len(officer.history)
    line = {day - before + 1: code for day, code in enumerate(officer.history) if code is not None}
    line |= {day: cells[officer.id, day] for day in officer.days if (officer.id, day) in cells}
    for day, code in line.items():
        if code in month.codes.known:
            yield from range(day + 1, day + 1 + month.codes.known[code].rest_after)


def quiet_day(month: Month, officer: Officer, day: int, resting: set[int]) -> str:
    """Return what stands on a day without duty; empty where the policy has no code for it."""
    if day in resting or day not in month.workdays:
        return month.codes.rest
    return officer.ordinary or month.codes.rest


def _compensated(frame: Frame, cells: dict[At, str]) -> dict[At, str]:
    """Give hours beyond the month's back as rest on the best-staffed ordinary days, as field time allows."""
    month = frame.month
    at_work = Counter(day for (id_, day), code in cells.items() if code == month.by_id[id_].ordinary)
    for officer in month.officers:
        free = {day for day in officer.days if cells.get((officer.id, day)) == officer.ordinary}
        free -= frame.fixed[officer.id].keys()
        while free and _is_over(month, officer, cells):
            day = max(free, key=lambda d: (at_work[d], -d))
            free.remove(day)
            if not _may_rest(month, officer, cells, day) or not month.codes.compensatory:
                continue
            cells[officer.id, day] = month.codes.compensatory
            at_work[day] -= 1
    return cells


def _own(month: Month, officer: Officer, cells: Cells) -> list[str]:
    return [cells[officer.id, day] for day in officer.days if (officer.id, day) in cells]


def _is_over(month: Month, officer: Officer, cells: Cells) -> bool:
    """Return whether a whole ordinary day can be given back without falling below the month's hours."""
    known = month.codes.known
    hours = sum(working_hours(known[c]) for c in _own(month, officer, cells) if c in known)
    day = working_hours(known[officer.ordinary]) if officer.ordinary else 0
    return day > 0 and hours - day >= month.hours_due(officer)


def _may_rest(month: Month, officer: Officer, cells: Cells, day: int) -> bool:
    if not is_judged(month, officer):
        return True
    known = month.codes.known
    others = [c for at, c in cells.items() if at[0] == officer.id and at[1] != day and c in known]
    part = sum(field_hours(known[c], month.policy) for c in others)
    return month.policy.share("field_time.required").is_met_by(
        part, sum(working_hours(known[c]) for c in others)
    )
