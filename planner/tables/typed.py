"""Words typed into a cell, or pasted, read as values; whatever cannot be read gets a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from planner.county.records import (
    AbsenceKind,
    Category,
    Post,
    SecondmentKind,
    Serving,
    Sex,
    UnitKind,
)
from planner.document import Document
from planner.errors import InputError
from planner.tables.dates import read_date
from planner.tables.names import NO, YES
from planner.tables.places import SEVERAL_UNITS, nearest_unit, units_called
from planner.text import Text, compact, joined

_NOT_A_DATE = Text("“{words}”不是日期,请写成 2026-11-24。", "“{words}” is no date; write it as 2026-11-24.")
_NOT_A_NUMBER = Text("“{words}”不是整数。", "“{words}” is not a whole number.")
_NOT_DECIMAL = Text("“{words}”不是数字。", "“{words}” is not a number.")
_NOT_A_CHOICE = Text("“{words}”不在可选范围内:{choices}。", "“{words}” is none of: {choices}.")
_NO_UNIT = Text(
    "没有名为“{words}”的单位{nearest},请改正或先在“单位”页新增。",
    "There is no unit called “{words}”{nearest}; correct it or add it on the Units page.",
)
_NOT_THEN = Text(
    "日期“{words}”不可能,应在 {first} 至 {last} 之间。",
    "The date “{words}” cannot be; it lies between {first} and {last}.",
)
_TOO_LONG = Text("最多 {most} 个字,这里有 {n} 个。", "At most {most} characters; here are {n}.")
_LONGEST_NAME, _LONGEST_BADGE = 60, 32
_EARLIEST_BIRTH, _YOUNGEST = date(1930, 1, 1), 16
_FIELDS: Mapping[type, str] = {
    Category: "category",
    Post: "post",
    Serving: "status",
    Sex: "sex",
    UnitKind: "kind",
    SecondmentKind: "secondment_kind",
    AbsenceKind: "absence_kind",
}  # under which name the vocabulary of imports knows the words of a code
T = TypeVar("T")


def a_text(words: str, _: Document) -> str:
    """Return the words without blanks around them."""
    return words.strip()


def a_name(words: str, _: Document) -> str:
    """Return a person's name on one line: 王　宇 is 王宇."""
    from planner.files.cells import person_name

    return _bounded(person_name(words), _LONGEST_NAME)


def a_badge(words: str, _: Document) -> str:
    """Return a badge number, half-width and without blanks."""
    from planner.files.cells import badge

    return _bounded(badge(words), _LONGEST_BADGE)


def a_title(words: str, _: Document) -> str:
    """Return a unit's name on one line."""
    from planner.files.unit_names import unit_words

    return _bounded(unit_words(words), _LONGEST_NAME)


def _bounded(words: str, most: int) -> str:
    if len(words) > most:
        raise InputError(_TOO_LONG.format(most=most, n=len(words)))
    return words


def a_date_of(field: str) -> Callable[[str, Document], date | None]:
    """Return the reading of a date column: any usual way of writing, within what the field can hold.

    Blank is None, and so are words such as 至今 where an import leaves the field open.
    """

    def read(words: str, _: Document) -> date | None:
        from planner.files.vocabulary import vocabulary

        text = compact(words)
        first, last, may_be_open = _limits(field)
        if not text or (may_be_open and text in vocabulary().lists["dates"]["open"]):
            return None
        found = read_date(words)
        if found is None:
            raise InputError(_NOT_A_DATE.format(words=words.strip()))
        if not first <= found <= last:
            raise InputError(_NOT_THEN.format(words=words.strip(), first=first, last=last))
        return found

    return read


def _limits(field: str) -> tuple[date, date, bool]:
    from planner.files.dates import limits

    today = date.today()
    known = limits(field.removeprefix("seconded_").removeprefix("absent_"), today)
    if field != "birth":
        return known.first, known.last, known.may_be_open
    grown = date(today.year - _YOUNGEST, today.month, min(today.day, 28))
    return max(known.first, _EARLIEST_BIRTH), min(known.last, grown), False


def a_count(words: str, _: Document) -> int | None:
    """Return a whole number, None for blank."""
    text = compact(words)
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise InputError(_NOT_A_NUMBER.format(words=words.strip())) from None


def a_decimal(words: str, _: Document) -> float | None:
    """Return a number such as a longitude, None for blank."""
    text = compact(words)
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise InputError(_NOT_DECIMAL.format(words=words.strip())) from None


def a_flag(words: str, _: Document) -> bool | None:
    """Return yes or no in any word an import knows, None for blank."""
    from planner.files.cells import word_key
    from planner.files.vocabulary import YES_NO, vocabulary

    if not compact(words):
        return None
    code = vocabulary().words[YES_NO].get(word_key(words))
    if code is not None:
        return code == "yes"
    raise InputError(_NOT_A_CHOICE.format(words=words.strip(), choices=joined((YES, NO))))


def a_choice(words: str, names: Mapping[T, Text]) -> T | None:
    """Return the value of words of either language, a code or a word of imports; None for blank."""
    text = compact(words)
    if not text:
        return None
    for value, name in names.items():
        if text in (compact(name.zh), compact(name.en), str(value)):
            return value
    code = _imported_code(words, next(iter(names)))
    for value in names:
        if str(value) == code:
            return value
    raise InputError(_NOT_A_CHOICE.format(words=words.strip(), choices=joined(names.values())))


def _imported_code(words: str, example: object) -> str | None:
    """Return the code an import takes from some words, for values of the kind of `example`."""
    from planner.files.vocabulary import vocabulary

    field = _FIELDS.get(type(example))
    return vocabulary().code(field, words) if field else None


def a_unit(words: str, document: Document) -> int | None:
    """Return the unit of this name, short name or short spelling, None for blank."""
    if not compact(words):
        return None
    found = units_called(words, document)
    if not found:
        raise InputError(_NO_UNIT.format(words=words.strip(), nearest=nearest_unit(words, document)))
    if len(found) > 1:
        raise InputError(SEVERAL_UNITS.format(words=words.strip()))
    return found[0]
