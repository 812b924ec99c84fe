"""The form of a new absence, asked for on several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.county.records import AbsenceKind
from planner.document import Document
from planner.edits.absences import add_absence
from planner.tables import names
from planner.text import Text
from ui.forms.fields import choice_field, date_field, text_field
from ui.forms.form_dialog import Field

NEW = Text("登记请假", "Record an absence")


def new_fields(on: date) -> Sequence[Field]:
    """Return the fields of a new absence."""
    return (
        choice_field("kind", Text("类别", "Kind"), names.ABSENCE_KINDS, AbsenceKind.ANNUAL),
        date_field("from_", Text("开始日期", "From"), on, needed=True),
        date_field("until", Text("截止日期", "Until")),
        text_field("note", Text("说明", "Note")),
    )


def add_for(document: Document, people: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with the same absence for each of some people."""
    for person in people:
        document = add_absence(document, person, **values)
    return document
