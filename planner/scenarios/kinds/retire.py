"""An officer retires or leaves."""

from __future__ import annotations

from planner.document import Document
from planner.edits.people import correct_people
from planner.scenarios.kinds.given import person_of
from planner.scenarios.records import Change


def retire(document: Document, change: Change) -> Document:
    """Let an officer leave; the date is the first day not served."""
    person = person_of(document, change)
    return correct_people(document, {person.id: {"left_on": change.date}})
