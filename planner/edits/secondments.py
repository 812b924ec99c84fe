"""Edits of secondments: recording, correcting, returns, approvals, and suspicions settled by a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.belonging import about_people
from planner.county.in_force import day_before, open_secondments
from planner.county.records import BorrowLevel, Secondment, SecondmentKind, SecondmentSource
from planner.county.state import state
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, out_of_order, present
from planner.edits.refused import RefusedError, refuse
from planner.text import Text

_NOWHERE = Text(
    "请填写借调单位;结束借调请用“返岗”,误记请删除该记录。",
    "Name the borrowing unit; to end a secondment use “Return”, to undo a mistaken one remove it.",
)
_ENDS_EARLY = Text("截止日期不能早于开始日期。", "A secondment cannot end before it begins.")
_BACK_EARLY = Text("返岗日期不能早于开始日期。", "Nobody returns before the secondment begins.")
_KEPT_EARLY = Text("保留截止不能早于开始日期。", "The approval cannot end before the secondment begins.")
_HOME = Text("借调单位不能是本人的编制单位。", "Somebody cannot be seconded to the home unit.")
_NOT_AWAY = Text(
    "此人当日没有借调记录,请先填写借调单位。",
    "There is no secondment on this date; give the borrowing unit first.",
)


def add_secondment(document: Document, person: int, **fields: Any) -> Document:
    """Return the document with a new secondment; `fields` are those of the record.

    A unit of the bureau borrows at bureau level. Raises RefusedError where the record cannot be.
    """
    return _add(document, {person: fields})


def _add(document: Document, wanted: Changes) -> Document:
    county = document.county
    present(county.people, wanted)
    records = dict(county.secondments)
    for id_, (person, fields) in enumerate(wanted.items(), county.next_id()):
        record = replace(Secondment(id_, person), **_levelled(fields, None))
        for field, why in _complaints(record):
            raise refuse(person, field, why)
        records[id_] = record
    return replace(document, county=replace(county, secondments=records))


def correct_secondments(document: Document, changes: Changes) -> Document:
    """Return the document with fields of secondments corrected, or raise RefusedError."""
    county = document.county
    settled = {id_: _levelled(fields, county.secondments.get(id_)) for id_, fields in changes.items()}
    records = corrected(county.secondments, settled, _complaints)
    return replace(document, county=replace(county, secondments=records))


def correct_secondments_of_people(document: Document, changes: Changes, on: date) -> Document:
    """Return the document with the secondment in force on `on` corrected, for each person of `changes`.

    Naming a borrowing unit for somebody who is not away begins a draw-off on `on`.
    """
    known = open_secondments(document.county, on)
    begun, of_record = {}, {}
    for person, fields in changes.items():
        if person in known:
            of_record[known[person].id] = fields
        elif fields.get("to_unit") is not None or fields.get("to_outside"):
            begun[person] = {"from_": on, **fields}
        elif any(fields.values()):
            raise refuse(person, next(iter(fields)), _NOT_AWAY)
    try:
        corrected_ = correct_secondments(document, of_record)
    except RefusedError as refusal:
        people = {s.id: person for person, s in known.items()}
        raise RefusedError({(people[id_], f): why for (id_, f), why in refusal.reasons.items()}) from None
    return _add(corrected_, begun)


def _levelled(fields: Mapping[str, Any], before: Secondment | None) -> dict[str, Any]:
    """Settle what follows: a blank kind is a draw-off, and a unit of the bureau borrows at bureau level.

    An outside unit that is new borrows at the level its name tells.
    """
    settled = dict(fields)
    if settled.get("kind", SecondmentKind.DRAW_OFF) is None:
        settled["kind"] = SecondmentKind.DRAW_OFF
    if settled.get("to_unit") is not None:
        settled.update(to_outside="", level=BorrowLevel.BUREAU)
    elif settled.get("to_outside"):
        settled["to_unit"] = None
        if before is None or before.level is BorrowLevel.BUREAU:
            from planner.files.unit_kinds import borrow_level

            settled.setdefault("level", borrow_level(settled["to_outside"]))
    return settled


def _complaints(record: Secondment) -> Iterable[Complaint]:
    if record.to_unit is None and not record.to_outside:
        yield "to_unit", _NOWHERE
    if out_of_order(record.from_, record.until):
        yield "until", _ENDS_EARLY
    if out_of_order(record.from_, record.returned_on):
        yield "returned_on", _BACK_EARLY
    if out_of_order(record.from_, record.kept_until):
        yield "kept_until", _KEPT_EARLY


def return_home(document: Document, secondments: Collection[int], last_day_away: date) -> Document:
    """Return the document with these secondments ended; `last_day_away` still counts away."""
    return correct_secondments(document, {id_: {"returned_on": last_day_away} for id_ in secondments})


def redirect(document: Document, secondments: Collection[int], to_unit: int, from_: date) -> Document:
    """Return the document with these secondments going on in another unit of the bureau from a day on.

    For somebody whose home is that unit by then it simply ends.
    """
    county = document.county
    records, next_id = dict(county.secondments), county.next_id()
    for record in present(county.secondments, secondments):
        alone = about_people(county, frozenset((record.person,)))
        home = state(alone, from_, document.policy).placed[record.person].home
        records[record.id] = replace(record, returned_on=day_before(from_))
        if home != to_unit:
            records[next_id] = replace(record, id=next_id, to_unit=to_unit, from_=from_)
            next_id += 1
    return replace(document, county=replace(county, secondments=records))


def keep_with_approval(
    document: Document, secondments: Collection[int], approver: str, approval: str, until: date | None
) -> Document:
    """Return the document with these secondments kept with approval: approver, number, end."""
    fields = {
        "kept_with_approval": True,
        "approver": approver.strip(),
        "approval": approval.strip(),
        "kept_until": until,
    }
    return correct_secondments(document, dict.fromkeys(secondments, fields))


def confirm(document: Document, secondments: Collection[int]) -> Document:
    """Return the document with these suspicions confirmed: from now on they are records."""
    fields = {"to_verify": False, "source": SecondmentSource.RECORD}
    return correct_secondments(document, dict.fromkeys(secondments, fields))


def remove_secondments(document: Document, secondments: Collection[int]) -> Document:
    """Return the document without these secondments, mistaken or cleared of suspicion."""
    gone = {record.id for record in present(document.county.secondments, secondments)}
    kept = {id_: s for id_, s in document.county.secondments.items() if id_ not in gone}
    return replace(document, county=replace(document.county, secondments=kept))
