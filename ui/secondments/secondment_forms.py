"""Forms about secondments, asked for on several pages: a new one, a return, an approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.county.records import BorrowLevel, SecondmentKind
from planner.document import Document
from planner.edits.secondments import add_secondment, keep_with_approval, return_home
from planner.tables import names
from planner.tables.places import read_elsewhere
from planner.text import Text, joined, same
from ui.forms.fields import borrower_field, choice_field, date_field, text_field
from ui.forms.form_dialog import Field

NEW = Text("登记抽调借调", "Record a secondment")
RETURN = Text("登记返岗", "Record a return")
KEEP = Text("经批准保留", "Keep with approval")
RETURN_INTRO = Text(
    "{names}:最后一个在外工作日之后回原单位,当日起计入在岗。",
    "{names}: back home after the last day away, and present from the next day.",
)
KEEP_INTRO = Text(
    "{names}:在保留截止之前不计为违规,仍计入被抽调总数。",
    "{names}: no violation until the approval ends; still in the total drawn off.",
)
_AND_MORE = Text("{first}…({n})", "{first}… ({n})")
_OUTSIDE_LEVELS = {level: words for level, words in names.LEVELS.items() if level is not BorrowLevel.BUREAU}


def new_fields(document: Document, on: date) -> Sequence[Field]:
    """Return the fields of a new secondment."""
    return (
        borrower_field("to", Text("借调单位", "Borrowing unit"), document),
        choice_field("kind", Text("类型", "Kind"), names.SECONDMENT_KINDS, SecondmentKind.DRAW_OFF),
        choice_field(
            "level",
            Text("局外借用层级", "Level if outside"),
            _OUTSIDE_LEVELS,
            None,
            needed=False,
            hint=Text("空白则按名称判断", "blank: as the name tells"),
        ),
        date_field("from_", Text("开始日期", "From"), on, needed=True),
        date_field("until", Text("计划截止", "Planned end")),
        text_field("reason", Text("事由", "Reason")),
        text_field("approval", Text("文号", "Number")),
    )


def add_for(document: Document, people: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with the same secondment for each of some people.

    With a level outside, a name that reads like a unit of the bureau is an outside one all the same.
    """
    fields = {k: values[k] for k in ("kind", "from_", "until", "reason", "approval")}
    level = values["level"]
    to = read_elsewhere(values["to"], document, outside=level is not None)
    if level is not None:
        fields["level"] = level
    for person in people:
        document = add_secondment(document, person, to_unit=to.unit, to_outside=to.outside, **fields)
    return document


def return_fields(on: date) -> Sequence[Field]:
    """Return the fields of a return."""
    return (date_field("last_day", Text("最后在外日期", "Last day away"), on, needed=True),)


def returned(document: Document, secondments: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with some secondments ended."""
    return return_home(document, secondments, values["last_day"])


def keep_fields() -> Sequence[Field]:
    """Return the fields of an approval."""
    return (
        text_field("approver", Text("批准人", "Approver"), needed=True),
        text_field("approval", Text("文号", "Number")),
        date_field("until", Text("保留截止", "Kept until")),
    )


def kept(document: Document, secondments: Sequence[int], values: Mapping[str, Any]) -> Document:
    """Return the document with some secondments kept with approval."""
    return keep_with_approval(document, secondments, values["approver"], values["approval"], values["until"])


def name_list(people: Sequence[str]) -> Text:
    """Return the first names of some people, and how many there are."""
    first = joined(map(same, people[:3]))
    return first if len(people) <= 3 else _AND_MORE.format(first=first, n=len(people))
