"""Statements about the same day of the same person in one unit, made into one; contradictions are listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.county.duty import Attended, Cell
from planner.files.duty.context import DutyContext
from planner.files.duty.headers import role_of
from planner.files.duty.imported import Stated
from planner.files.issues import IssueKind
from planner.policy.duty_codes import DutyKind
from planner.text import Text

_TWO_DUTIES = Text(
    "{name} {day} 日排了两次:“{first}”(第 {row} 行)与“{second}”,只采用前者。",
    "{name} is rostered twice on day {day}: “{first}” (row {row}) and “{second}”; only the first is used.",
)
_TWO_RECORDS = Text(
    "{name} {day} 日有两条不同的记录:“{first}”(第 {row} 行)与“{second}”,只采用前者。",
    "{name} has two records for day {day}: “{first}” (row {row}) and “{second}”; only the first is used.",
)


def combined(context: DutyContext) -> list[Stated]:
    """Return one statement a day, person and unit: half-days put together, the first of several kept."""
    found: dict[tuple[object, ...], Stated] = {}
    for stated in context.stated:
        key = (stated.unit, stated.person, stated.day, isinstance(stated.what, Cell))
        known = found.get(key)
        if known is None:
            found[key] = stated
        elif (joined := _joined(known.what, stated.what)) is not None:
            found[key] = replace(known, what=joined)
        elif not _confirms(known, stated, context):
            _list(known, stated, context)
    return list(found.values())


def _joined(first: Cell | Attended, second: Cell | Attended) -> Attended | None:
    """Return two records of one day as one where they speak of different halves or say the same."""
    if not isinstance(first, Attended) or not isinstance(second, Attended):
        return None
    joined = {}
    for field in ("morning", "afternoon", "mark", "place"):
        one, other = getattr(first, field), getattr(second, field)
        if field == "place" and one and other and one != other:
            one = f"{one}、{other}"
        elif one and other and one != other:
            return None
        joined[field] = one or other
    return Attended(**joined)


def _confirms(known: Stated, other: Stated, context: DutyContext) -> bool:
    """Whether a line of leaders under the people names somebody whose own line has the duty already."""
    if not isinstance(known.what, Cell) or role_of(known.words) or not role_of(other.words):
        return False
    code = context.document.policy.duty_codes.get(known.what.code)
    return code is not None and code.kind is DutyKind.DUTY


def _list(known: Stated, other: Stated, context: DutyContext) -> None:
    sentence = _TWO_DUTIES if isinstance(other.what, Cell) else _TWO_RECORDS
    message = sentence.format(
        name=context.document.county.people[other.person].name,
        day=other.day.day,
        first=_said(known),
        row=known.spot.row,
        second=_said(other),
    )
    context.add(IssueKind.CONTRADICTION, message, other.spot, other.person)


def _said(stated: Stated) -> str:
    return stated.words or "、".join(_codes([stated]))


def _codes(stated: Iterable[Stated]) -> list[str]:
    return [code for s in stated for code in s.codes]
