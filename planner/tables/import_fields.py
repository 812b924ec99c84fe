"""What a column may be taken for, in words: the fields of the vocabulary, each by its first heading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from planner.files.choices import NO_FIELD
from planner.files.imported import SheetRole
from planner.files.vocabulary import vocabulary
from planner.tables.imported import OWN_COLUMN
from planner.text import Text

_ENGLISH = {"number": "running number", "from": "seconded from", "until": "seconded until"}


@cache
def fields_of(role: SheetRole) -> Mapping[str, Text]:
    """Return the fields of a sheet's columns with their words; none for a sheet that is left out."""
    known = vocabulary()
    if role not in known.headings:
        return {}
    first: dict[str, str] = {}
    for heading, (field, _) in known.headings[role].items():
        if not heading.isascii():
            first.setdefault(field, heading)
    return {field: Text(first.get(field, field), _english(role, field)) for field in known.fields(role)}


def _english(role: SheetRole, field: str) -> str:
    if field in _ENGLISH and (field == "number" or role is not SheetRole.ABSENCES):
        return _ENGLISH[field]
    return field.replace("_", " ")


def field_code(role: SheetRole, words: str) -> str | None:
    """Return the field that words of either language stand for; None where they are none's."""
    if words in (OWN_COLUMN.zh, OWN_COLUMN.en):
        return NO_FIELD
    return next((f for f, text in fields_of(role).items() if words in (text.zh, text.en)), None)
