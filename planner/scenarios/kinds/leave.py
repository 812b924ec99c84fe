"""An officer is absent for a time."""

from __future__ import annotations

from planner.county.records import AbsenceKind
from planner.document import Document
from planner.edits.absences import add_absence
from planner.edits.refused import refuse
from planner.scenarios.kinds.given import in_order, person_of
from planner.scenarios.records import Change
from planner.text import Text

_KIND = Text("没有“{word}”这种请假类别。", "There is no kind of leave called “{word}”.")
_ABSENT = Text(
    "{name}(警号{badge})在此期间已有请假记录。", "{name} (badge {badge}) has leave in that time already."
)


def leave(document: Document, change: Change) -> Document:
    """Let an officer be absent from the date to the last day, with no end where none is given."""
    person = person_of(document, change)
    in_order(change)
    word = change.value or AbsenceKind.OTHER
    if word not in list(AbsenceKind):
        raise refuse(change.id, "value", _KIND.format(word=word))
    for known in document.county.absences.values():
        ended = known.until is not None and known.until < change.date
        begins_after = change.until is not None and known.from_ is not None and known.from_ > change.until
        if known.person == person.id and not ended and not begins_after:
            raise refuse(change.id, "person", _ABSENT.format(name=person.name, badge=person.badge_number))
    return add_absence(
        document,
        person.id,
        kind=AbsenceKind(word),
        from_=change.date,
        until=change.until,
        note=change.note,
    )
