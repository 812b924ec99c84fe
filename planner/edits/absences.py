"""Edits of absences: recording, correcting, removing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.in_force import open_absences
from planner.county.records import Absence
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, out_of_order, present
from planner.edits.refused import RefusedError, refuse
from planner.text import Text

_ENDS_EARLY = Text("结束日期不能早于开始日期。", "An absence cannot end before it begins.")
_NOT_ABSENT = Text(
    "此人当日没有请假记录,请先选择请假类别。", "There is no absence on this date; give its kind first."
)
_KINDLESS = Text(
    "请选择请假类别;误记请在“请假”页删除该记录。",
    "Choose the kind of absence; remove a mistaken one on the Absences page.",
)


def add_absence(document: Document, person: int, **fields: Any) -> Document:
    """Return the document with a new absence; `fields` are those of the record."""
    return _add(document, {person: fields})


def _add(document: Document, wanted: Changes) -> Document:
    county = document.county
    present(county.people, wanted)
    records = dict(county.absences)
    for id_, (person, fields) in enumerate(wanted.items(), county.next_id()):
        record = replace(Absence(id_, person), **fields)
        for field, why in _complaints(record):
            raise refuse(person, field, why)
        records[id_] = record
    return replace(document, county=replace(county, absences=records))


def correct_absences(document: Document, changes: Changes) -> Document:
    """Return the document with fields of absences corrected; raise RefusedError where a value cannot be."""
    records = corrected(document.county.absences, changes, _complaints)
    return replace(document, county=replace(document.county, absences=records))


def correct_absences_of_people(document: Document, changes: Changes, on: date) -> Document:
    """Return the document with the absence in force on `on` corrected, for each person of `changes`.

    Where several are in force it is the first; a kind for somebody at work begins one on `on`.
    """
    known = {person: absences[0] for person, absences in open_absences(document.county, on).items()}
    begun, of_record = {}, {}
    for person, fields in changes.items():
        if person in known:
            of_record[known[person].id] = fields
        elif fields.get("kind") is not None:
            begun[person] = {"from_": on, **fields}
        elif any(fields.values()):
            raise refuse(person, next(iter(fields)), _NOT_ABSENT)
    try:
        corrected_ = correct_absences(document, of_record)
    except RefusedError as refusal:
        people = {a.id: person for person, a in known.items()}
        raise RefusedError({(people[id_], f): why for (id_, f), why in refusal.reasons.items()}) from None
    return _add(corrected_, begun)


def _complaints(record: Absence) -> Iterable[Complaint]:
    # Cleared cells arrive as None, whatever the type of the field says.
    kind: object = record.kind
    if kind is None:
        yield "kind", _KINDLESS
    if out_of_order(record.from_, record.until):
        yield "until", _ENDS_EARLY


def remove_absences(document: Document, absences: Collection[int]) -> Document:
    """Return the document without these absences."""
    gone = {record.id for record in present(document.county.absences, absences)}
    kept = {id_: a for id_, a in document.county.absences.items() if id_ not in gone}
    return replace(document, county=replace(document.county, absences=kept))
