"""Forms about people: somebody new, a pin, a transfer to propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.county.records import Category, Post
from planner.document import Document
from planner.edits.moves import propose_move
from planner.edits.people import add_person, pin
from planner.tables import names, typed
from planner.text import Text
from ui.forms.fields import choice_field, date_field, text_field, unit_field
from ui.forms.form_dialog import Field

ADD = Text("新增人员", "Add a person")
PIN = Text("锁定", "Pin")
PIN_INTRO = Text(
    "锁定后本单位、本岗位不动,调整建议不会调动;锁定不能免除返岗。",
    "A pinned officer keeps unit and post in every proposal; a pin does not excuse a draw-off.",
)
PROPOSE = Text("提出调动", "Propose a transfer")
PROPOSE_INTRO = Text(
    "{names}:记为“拟议”;批准之前不改变任何数字。",
    "{names}: recorded as proposed; no figure changes before it is approved.",
)


def add_fields(document: Document, unit: str) -> Sequence[Field]:
    """Return the fields of somebody new."""
    made_up = Text("空白则自动编号", "blank: one is made up")
    return (
        text_field("name", Text("姓名", "Name"), read=typed.a_name, needed=True),
        text_field("badge_number", Text("警号", "Badge number"), read=typed.a_badge, hint=made_up),
        unit_field("unit", Text("单位", "Unit"), document, unit),
        choice_field("post", Text("岗位", "Post"), names.POSTS, Post.OTHER),
        choice_field("category", Text("身份", "Category"), names.CATEGORIES, Category.SWORN),
    )


def added(document: Document, values: Mapping[str, Any]) -> Document:
    """Return the document with somebody new."""
    return add_person(document, **values)


def pin_fields(reason: str) -> Sequence[Field]:
    """Return the field of a pin."""
    return (text_field("reason", Text("理由", "Reason"), reason, needed=True),)


def pinned(document: Document, people: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with some people pinned."""
    return pin(document, people, values["reason"])


def propose_fields(document: Document, post: Post, on: date) -> Sequence[Field]:
    """Return the fields of a transfer to propose."""
    return (
        unit_field("unit", Text("拟到单位", "To unit"), document),
        choice_field("post", Text("拟到岗位", "Post there"), names.POSTS, post),
        date_field("effective", Text("生效日期", "Effective"), on, needed=True),
        text_field("reason", Text("理由", "Reason")),
    )


def proposed(document: Document, people: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with the same transfer proposed for some people."""
    reason = Text(values["reason"], values["reason"])
    for person in people:
        document = propose_move(document, person, values["unit"], values["post"], values["effective"], reason)
    return document
