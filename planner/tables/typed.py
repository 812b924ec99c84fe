"""Words typed into a cell, or pasted, read as values; whatever cannot be read gets a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from planner.document import Document
from planner.errors import InputError
from planner.tables.dates import read_date
from planner.tables.names import NO, YES
from planner.text import Text, joined

_NOT_A_DATE = Text("“{words}”不是日期,请写成 2026-11-24。", "“{words}” is no date; write it as 2026-11-24.")
_NOT_A_NUMBER = Text("“{words}”不是整数。", "“{words}” is not a whole number.")
_NOT_DECIMAL = Text("“{words}”不是数字。", "“{words}” is not a number.")
_NOT_A_CHOICE = Text("“{words}”不在可选范围内:{choices}。", "“{words}” is none of: {choices}.")
_NO_UNIT = Text(
    "没有名为“{words}”的单位,请改正或先在“单位”页新增。",
    "There is no unit called “{words}”; correct it or add it on the Units page.",
)
_SEVERAL_UNITS = Text(
    "有多个单位简称为“{words}”,请写全称。",
    "Several units are called “{words}” for short; write the full name.",
)
_TRUE = frozenset({"是", "yes", "y", "true", "1", "√", "✓", "有"})
_FALSE = frozenset({"否", "no", "n", "false", "0", "×", "✗", "无"})
T = TypeVar("T")


def plain(words: str) -> str:
    """Return words as they are compared: half-width, without spaces, in one case."""
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


def a_text(words: str, _: Document) -> str:
    """Return the words without blanks around them."""
    return words.strip()


def a_date(words: str, _: Document) -> date | None:
    """Return a date in any of the usual ways of writing, None for blank."""
    if not words.strip():
        return None
    found = read_date(words)
    if found is None:
        raise InputError(_NOT_A_DATE.format(words=words.strip()))
    return found


def a_count(words: str, _: Document) -> int | None:
    """Return a whole number, None for blank."""
    text = plain(words)
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise InputError(_NOT_A_NUMBER.format(words=words.strip())) from None


def a_decimal(words: str, _: Document) -> float | None:
    """Return a number such as a longitude, None for blank."""
    text = plain(words)
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise InputError(_NOT_DECIMAL.format(words=words.strip())) from None


def a_flag(words: str, _: Document) -> bool | None:
    """Return yes or no, None for blank."""
    text = plain(words)
    if not text:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise InputError(_NOT_A_CHOICE.format(words=words.strip(), choices=joined((YES, NO))))


def a_choice(words: str, names: Mapping[T, Text], also: Mapping[str, T] | None = None) -> T | None:
    """Return the value of these words in either language, or by its code; None for blank."""
    text = plain(words)
    if not text:
        return None
    for value, name in names.items():
        if text in (plain(name.zh), plain(name.en), str(value)):
            return value
    if also and text in also:
        return also[text]
    raise InputError(_NOT_A_CHOICE.format(words=words.strip(), choices=joined(names.values())))


def a_unit(words: str, document: Document) -> int | None:
    """Return the unit of this full or short name, None for blank."""
    text = plain(words)
    if not text:
        return None
    found = units_called(text, document)
    if not found:
        raise InputError(_NO_UNIT.format(words=words.strip()))
    if len(found) > 1:
        raise InputError(_SEVERAL_UNITS.format(words=words.strip()))
    return found[0]


def units_called(words: str, document: Document) -> list[int]:
    """Return the units of this full name, or else of this short name."""
    text = plain(words)
    units = document.county.units.values()
    return [u.id for u in units if plain(u.name) == text] or [
        u.id for u in units if u.short_name and plain(u.short_name) == text
    ]
