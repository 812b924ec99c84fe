"""A campaign draws people for a time."""

from __future__ import annotations

from planner.county.records import Person
from planner.document import Document
from planner.edits.refused import refuse
from planner.scenarios.kinds.drawing_off import draw_off
from planner.scenarios.kinds.given import end_of, serving, unit_of
from planner.scenarios.kinds.sparing import Spared, spared
from planner.scenarios.records import Change
from planner.text import Text

_HOW_MANY = Text("请填写人数或选择人员。", "Say how many people, or choose them.")
_NAMED_MORE = Text("指定的 {named} 人多于需要的 {n} 人。", "{named} are named, more than the {n} wanted.")
_STATION = Text(
    "专项行动的工作单位应为机关单位或局外单位,“{unit}”是派出所。",
    "A campaign works at headquarters or outside the bureau; “{unit}” is a station.",
)
_NOWHERE = Text("请填写专项行动的工作单位。", "Say where the campaign works.")
_LARGER = Text(
    "需要 {n} 人,全局在册民警只有 {all} 人。", "{n} people are wanted; the whole county has {all} officers."
)
_TOO_FEW = Text(
    "需选派 {n} 人,最多可抽 {can} 人(机关 {office} 人,派出所 {station} 人):{why}",
    "{n} are to be chosen, {can} can be spared ({office} from headquarters, {station} from stations): {why}",
)


def campaign(document: Document, change: Change) -> Document:
    """Draw people from the date to the last day: those named, and for the rest those cheapest to spare.

    Cheapest are headquarters above their minimum kept; stations only as far as the policy allows
    draw-offs, and never below a line. The choice is the same every time.
    """
    end_of(change)
    named = [serving(document, change, person) for person in change.people]
    rest = _wanted(change) - len(named)
    everybody = (*named, *_chosen(document, change, rest, named)) if rest else tuple(named)
    where = where_to(document, change)
    for person in everybody:
        document = draw_off(document, change, person, **where)
    return document


def _wanted(change: Change) -> int:
    wanted = len(change.people) if change.number is None else change.number
    if wanted < 1:
        raise refuse(change.id, "number", _HOW_MANY)
    if wanted < len(change.people):
        raise refuse(change.id, "people", _NAMED_MORE.format(named=len(change.people), n=wanted))
    return wanted


def where_to(document: Document, change: Change) -> dict[str, object]:
    """Return where a campaign works, as a secondment records it; refuse a station, and nowhere."""
    if change.unit is None:
        if not change.name.strip():
            raise refuse(change.id, "unit", _NOWHERE)
        return {"to_outside": change.name.strip()}
    unit = unit_of(document, change)
    if unit.is_station:
        raise refuse(change.id, "unit", _STATION.format(unit=unit.name))
    return {"to_unit": unit.id}


def _chosen(document: Document, change: Change, n: int, named: list[Person]) -> list[Person]:
    found = spared(document, change, frozenset(person.id for person in named))
    if n + len(named) > found.everybody:
        raise refuse(change.id, "number", _LARGER.format(n=n + len(named), all=found.everybody))
    if n > len(found.people):
        raise refuse(change.id, "number", _short(found, n))
    return list(found.people[:n])


def _short(found: Spared, n: int) -> Text:
    office, station = len(found.office), len(found.station)
    return _TOO_FEW.format(n=n, can=office + station, office=office, station=station, why=found.why)
