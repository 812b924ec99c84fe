"""The returns of a calendar as changes of a scenario."""

from __future__ import annotations

from planner.returns.records import ReturnCalendar
from planner.scenarios.records import Change, ChangeKind


def return_changes(calendar: ReturnCalendar) -> list[Change]:
    """Return a dated return of everybody in the calendar, but for those arranged already; notes say why."""
    return [
        Change(
            0,
            ChangeKind.RETURN,
            one.on,
            person=one.placed.person.id,
            note=one.why.zh,
            note_en=one.why.en,
        )
        for one in calendar.returns
        if not one.arranged
    ]
