"""The form of a new relation, asked for on the officer card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.document import Document
from planner.edits.relations import add_relation
from planner.tables.people import a_person, people_choices
from planner.tables.relations import KIN_CHOICES, a_kind
from planner.text import Text
from ui.forms.form_dialog import Field

NEW = Text("登记亲属关系", "Record a relative")
INTRO = Text(
    "夫妻、直系血亲、三代以内旁系血亲、近姻亲须任职回避(公务员法第七十四条)。姓名不打印。",
    "Relatives as of Art. 74 of the Civil Service Law. Names are never printed.",
)


def new_fields(document: Document, person: int) -> Sequence[Field]:
    """Return the fields of a new relation of somebody."""
    return (
        Field(
            "relative",
            Text("亲属", "Relative"),
            a_person,
            choices=people_choices(document, without=person),
            needed=True,
            hint=Text("姓名或警号", "name or badge number"),
        ),
        Field("kind", Text("关系", "Relation"), a_kind, choices=KIN_CHOICES),
    )


def add_for(document: Document, person: int, values: Mapping[str, Any]) -> Document:
    """Return the document with the relation recorded."""
    return add_relation(document, person, values["relative"], values["kind"])
