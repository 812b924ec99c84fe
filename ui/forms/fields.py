"""The usual fields of forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from planner.document import Document
from planner.tables import typed
from planner.tables.column import Choice
from planner.tables.kinds import borrower_choices, unit_choices
from planner.text import Text
from ui.forms.form_dialog import Field

T = TypeVar("T")


def text_field(
    key: str,
    title: Text,
    start: str = "",
    *,
    read: Callable[[str, Document], str] = typed.a_text,
    needed: bool = False,
    hint: Text | None = None,
) -> Field:
    """Return a field of words, free ones unless `read` bounds them."""
    return Field(key, title, read, start, needed=needed, hint=hint)


def date_field(key: str, title: Text, start: date | None = None, *, needed: bool = False) -> Field:
    """Return a field for a date."""
    parse = typed.a_date_of(key)
    return Field(key, title, parse, start.isoformat() if start else "", date=True, needed=needed)


def choice_field(
    key: str,
    title: Text,
    names: Mapping[T, Text],
    start: T | None,
    *,
    needed: bool = True,
    hint: Text | None = None,
) -> Field:
    """Return a field for one of some coded values, blank where `start` is None."""
    choices = [Choice(value, words) for value, words in names.items()]
    return Field(
        key,
        title,
        lambda words, _: typed.a_choice(words, names),
        "" if start is None else names[start],
        choices,
        needed=needed,
        hint=hint,
    )


def unit_field(key: str, title: Text, document: Document, start: str = "", *, needed: bool = True) -> Field:
    """Return a field for a unit of the bureau."""
    return Field(key, title, typed.a_unit, start, unit_choices(document), needed=needed)


def borrower_field(key: str, title: Text, document: Document, start: str = "") -> Field:
    """Return a field for the words of a borrowing unit, inside the bureau or outside it."""
    hint = Text("本局单位,或局外单位名称", "a unit of the bureau, or the name of an outside one")
    return Field(key, title, typed.a_text, start, borrower_choices(document), needed=True, hint=hint)
