"""Choices held against the fields and codes there are, before anything is read."""

from __future__ import annotations

from planner.errors import InputError
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.imported import SheetRole
from planner.files.vocabulary import CODES, vocabulary
from planner.text import Text

_ROLES = tuple(role for role in SheetRole if role is not SheetRole.IGNORED)
_NO_FIELD = Text(
    "没有名为“{field}”的项;可用的项:{fields}。", "There is no field “{field}”; the fields are {fields}."
)
_NO_WORDS = Text(
    "“{field}”不是用代码表示的项;可用的项:{fields}。",
    "The field “{field}” has no codes; those that have are {fields}.",
)
_NO_CODE = Text(
    "“{field}”不能是“{code}”;可用的代码:{codes}。", "“{field}” cannot be “{code}”; the codes are {codes}."
)


def all_fields() -> tuple[str, ...]:
    """Return the names of all fields of all sheets, those of the roster first."""
    return tuple(dict.fromkeys(f for role in _ROLES for f in vocabulary().fields(role)))


def require_known(choices: ImportChoices) -> None:
    """Raise InputError where a choice names a field or code that does not exist."""
    choices.station_pattern()
    fields = all_fields()
    for field in choices.columns.values():
        if field != NO_FIELD and field not in fields:
            raise InputError(_NO_FIELD.format(field=field, fields=_listed(fields)))
    for field, words in choices.values.items():
        if field not in CODES:
            raise InputError(_NO_WORDS.format(field=field, fields=_listed(tuple(CODES))))
        for code in words.values():
            if code not in CODES[field]:
                raise InputError(_NO_CODE.format(field=field, code=code, codes=_listed(CODES[field])))


def _listed(words: tuple[str, ...]) -> Text:
    return Text("、".join(words), ", ".join(words))
