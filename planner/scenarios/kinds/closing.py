"""A station that is no longer there from a day on, and where its people go."""

from __future__ import annotations

from planner.county.records import Serving, Unit
from planner.county.state import Placed, state
from planner.document import Document
from planner.edits.postings import post_from
from planner.edits.refused import refuse
from planner.edits.secondments import redirect
from planner.edits.units import correct_units
from planner.scenarios.kinds.given import unit_of
from planner.scenarios.records import Change
from planner.text import Text, joined, same

_NO_STATION = Text("“{unit}”不是本局派出所。", "“{unit}” is no station of the bureau.")
_WHERE = Text(
    "“{unit}”当日还有 {n} 人,请写明并入哪个单位。",
    "“{unit}” still has {n} people on that day; say which unit they go to.",
)
_TO_COME = Text(
    "{names}在“{unit}”撤销之后还有到该单位的调动或借调,请先修改。",
    "{names} are to come to “{unit}” after it is closed; change that first.",
)


def station_of(document: Document, change: Change) -> Unit:
    """Return the station that a change closes, open until its date."""
    station = unit_of(document, change)
    if not station.is_station:
        raise refuse(change.id, "unit", _NO_STATION.format(unit=station.name))
    return station


def closed_into(document: Document, change: Change, station: Unit, into: Unit | None) -> Document:
    """Return the document with a station closed on the date of a change and its people in another unit.

    Who is drawn off from it stays away; who works there without belonging to it goes on in the other unit.
    """
    _refuse_to_come(document, change, station)
    placed = state(document.county, change.date, document.policy).placed
    people = [p.person.id for p in placed.values() if p.home == station.id and not _has_left(p, change)]
    borrowed = [p for p in placed.values() if _is_lent_to(p, station)]
    if into is None:
        if people or borrowed:
            n = len({*people, *(p.person.id for p in borrowed)})
            raise refuse(change.id, "into", _WHERE.format(unit=station.name, n=n))
    else:
        document = post_from(document, people, into.id, change.date)
        lent = [p.secondment.id for p in borrowed if p.secondment is not None]
        document = redirect(document, lent, into.id, change.date)
    return correct_units(document, {station.id: {"closed": change.date}})


def _has_left(placed: Placed, change: Change) -> bool:
    left = placed.person.left_on
    return left <= change.date if left is not None else placed.person.serving is Serving.LEFT


def _is_lent_to(placed: Placed, station: Unit) -> bool:
    return placed.secondment is not None and placed.secondment.to_unit == station.id


def _refuse_to_come(document: Document, change: Change, station: Unit) -> None:
    """Refuse to close a station to which records bring somebody later."""
    county, day = document.county, change.date
    coming = {m.person for m in county.moves.values() if m.to_unit == station.id and m.effective >= day}
    for p in county.postings.values():
        if p.unit == station.id and p.from_ is not None and p.from_ >= day:
            coming.add(p.person)
    for s in county.secondments.values():
        if s.to_unit == station.id and s.from_ is not None and s.from_ >= day:
            coming.add(s.person)
    if coming:
        names = joined(same(p.name) for id_, p in county.people.items() if id_ in coming)
        raise refuse(change.id, "unit", _TO_COME.format(names=names, unit=station.name))
