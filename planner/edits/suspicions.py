"""Edits of suspicions of hidden secondment: confirming, clearing, and taking the decision back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.duty import Suspicion, Verdict
from planner.document import Document
from planner.edits.correcting import GONE
from planner.edits.refused import refuse
from planner.text import Text

_WHY = Text(
    "排除疑似借用须写明理由,如“临时协助清查,当日返回”。",
    "Say why the suspicion is cleared, such as “helped with one search, back the same day”.",
)
_UNDECIDED = Text(
    "此人该月的疑似借用尚未认定,无可撤销。", "Nothing has been decided about this person's month yet."
)


def decide_suspicion(
    document: Document, person: int, month: date, verdict: Verdict, note: str = ""
) -> Document:
    """Return the document with a person's month decided; a later decision replaces an earlier one.

    Clearing needs a note: it takes a finding away.
    """
    if person not in document.county.people:
        raise refuse(person, "", GONE)
    if verdict is Verdict.CLEARED and not note.strip():
        raise refuse(person, "note", _WHY)
    decided = Suspicion(person, month.replace(day=1), verdict, note.strip())
    return _with(document, (*_others(document, person, month), decided))


def withdraw_decision(document: Document, person: int, month: date) -> Document:
    """Return the document in which a person's month is undecided again."""
    others = _others(document, person, month)
    if len(others) == len(document.duty.suspicions):
        raise refuse(person, "", _UNDECIDED)
    return _with(document, others)


def _others(document: Document, person: int, month: date) -> tuple[Suspicion, ...]:
    first = month.replace(day=1)
    return tuple(s for s in document.duty.suspicions if (s.person, s.month) != (person, first))


def _with(document: Document, suspicions: tuple[Suspicion, ...]) -> Document:
    return replace(document, duty=replace(document.duty, suspicions=suspicions))
