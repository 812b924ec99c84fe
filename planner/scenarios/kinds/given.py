"""What a change names, looked up in the document on its date; what is missing or gone is refused."""

from __future__ import annotations

from datetime import date

from planner.county.belonging import about_people
from planner.county.records import Person, Secondment, Serving, Unit
from planner.county.state import Placed, State, state
from planner.document import Document
from planner.edits.refused import RefusedError, refuse
from planner.scenarios.records import Change
from planner.text import Text

_NOBODY = Text("请选择人员。", "Choose the officer.")
_GONE = Text(
    "所选人员已不在花名册中,请改选或停用此项。",
    "The officer is no longer on the roster; choose another one or switch this off.",
)
_LEFT = Text("{name}(警号{badge})当日已离职或退休。", "{name} (badge {badge}) no longer serves on that day.")
_NOT_YET = Text("{name}(警号{badge})当日尚未入警。", "{name} (badge {badge}) has not joined by that day.")
_NO_UNIT = Text("请选择单位。", "Choose the unit.")
_UNIT_GONE = Text(
    "所选单位已不存在,请改选或停用此项。",
    "The unit is no longer there; choose another one or switch this off.",
)
_CLOSED = Text("“{unit}”当日尚未成立或已撤销。", "“{unit}” is not open on that day.")
_MOST = 99_999
_NUMBER = Text("请填写 1 到 99999 的数量。", "Give a number from 1 to 99,999.")
_BACKWARDS = Text("截止日期不能早于开始日期。", "The last day cannot be before the first.")
_NO_END = Text("请填写截止日期。", "Give the last day.")


def person_of(document: Document, change: Change) -> Person:
    """Return the officer of a change, who serves on its date."""
    if change.person is None:
        raise _refuse(change, "person", _NOBODY)
    return serving(document, change, change.person)


def serving(document: Document, change: Change, person: int) -> Person:
    """Return somebody on the roster who serves on the date of a change."""
    known = document.county.people.get(person)
    if known is None:
        raise _refuse(change, "person", _GONE)
    gone = known.left_on <= change.date if known.left_on else known.serving is not Serving.SERVING
    if gone:
        raise _refuse(change, "person", _LEFT.format(name=known.name, badge=known.badge_number))
    if known.joined_police is not None and known.joined_police > change.date:
        raise _refuse(change, "person", _NOT_YET.format(name=known.name, badge=known.badge_number))
    return known


def unit_of(document: Document, change: Change, field: str = "unit") -> Unit:
    """Return the unit that a field of a change names, open on its date."""
    wanted: int | None = getattr(change, field)
    if wanted is None:
        raise _refuse(change, field, _NO_UNIT)
    unit = document.county.units.get(wanted)
    if unit is None:
        raise _refuse(change, field, _UNIT_GONE)
    if not unit.exists(change.date):
        raise _refuse(change, field, _CLOSED.format(unit=unit.name))
    return unit


def number_of(change: Change) -> int:
    """Return the number of a change, one or more."""
    if change.number is None or not 1 <= change.number <= _MOST:
        raise _refuse(change, "number", _NUMBER)
    return change.number


def end_of(change: Change) -> date:
    """Return the last day of a change that has to have one."""
    if change.until is None:
        raise _refuse(change, "until", _NO_END)
    in_order(change)
    return change.until


def in_order(change: Change) -> None:
    """Refuse a last day before the first."""
    if change.until is not None and change.until < change.date:
        raise _refuse(change, "until", _BACKWARDS)


def begins_during(secondment: Secondment, change: Change) -> bool:
    """Return whether a secondment begins after a change does, and before it ends."""
    began = secondment.from_
    return began is not None and began > change.date and (change.until is None or began <= change.until)


def placed_on(document: Document, person: int, on: date) -> Placed:
    """Return where somebody stands on a date."""
    return stand_on(document, person, on).placed[person]


def stand_on(document: Document, person: int, on: date) -> State:
    """Return the state of a date with just one person in it."""
    return state(about_people(document.county, frozenset((person,))), on, document.policy)


def _refuse(change: Change, field: str, why: Text) -> RefusedError:
    return refuse(change.id, field, why)
