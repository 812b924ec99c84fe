"""The usual kinds of column, so that declaring one takes a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from planner.document import Document
from planner.tables import typed
from planner.tables.column import Choice, Column, Look
from planner.tables.dates import month_words
from planner.tables.names import NO, YES
from planner.text import Language, Text, same

Row = TypeVar("Row")
T = TypeVar("T")


def words(
    key: str,
    title: Text,
    get: Callable[[Row], str],
    *,
    edit: bool = False,
    read: Callable[[str, Document], str] | None = None,
    width: int = 12,
    shown: bool = True,
    hint: Text | None = None,
) -> Column[Row]:
    """Return a column of words, the same in both languages; typed ones are taken as they are or by `read`."""
    return Column(
        key,
        title,
        get,
        lambda row, _: get(row),
        width=width,
        shown=shown,
        parse=read or (typed.a_text if edit else None),
        hint=hint,
    )


def told(
    key: str, title: Text, get: Callable[[Row], Text], *, width: int = 12, shown: bool = True
) -> Column[Row]:
    """Return a read-only column of a sentence in both languages, sorted by the Chinese one."""
    return Column(
        key,
        title,
        lambda row: get(row).zh,
        lambda row, lang: get(row).in_language(lang),
        width=width,
        shown=shown,
    )


def number(
    key: str,
    title: Text,
    get: Callable[[Row], int | float | None],
    *,
    edit: bool = False,
    width: int = 8,
    shown: bool = True,
    hint: Text | None = None,
) -> Column[Row]:
    """Return a column of whole numbers, blank where there is none."""
    return Column(
        key,
        title,
        get,
        lambda row, _: _number_words(get(row)),
        Look.NUMBER,
        width,
        shown,
        typed.a_count if edit else None,
        hint=hint,
    )


def _number_words(value: int | float | None) -> str:
    return "" if value is None else str(value)


def day(
    key: str,
    title: Text,
    get: Callable[[Row], date | None],
    *,
    edit: bool = False,
    month: bool = False,
    shown: bool = True,
) -> Column[Row]:
    """Return a column of dates; with `month` the first of a month is written as the month."""

    def written(row: Row, _: Language) -> str:
        value = get(row)
        if value is None:
            return ""
        return month_words(value) if month else value.isoformat()

    return Column(key, title, get, written, Look.DATE, 11, shown, typed.a_date_of(key) if edit else None)


def flag(
    key: str,
    title: Text,
    get: Callable[[Row], bool | None],
    *,
    edit: bool = False,
    required: bool = False,
    shown: bool = True,
    width: int = 8,
    hint: Text | None = None,
) -> Column[Row]:
    """Return a column of yes, no and, unless `required`, blank for not known."""

    def written(row: Row, language: Language) -> str:
        value = get(row)
        return "" if value is None else (YES if value else NO).in_language(language)

    def read(text: str, document: Document) -> bool | None:
        value = typed.a_flag(text, document)
        return bool(value) if required else value

    choices = [Choice(True, YES), Choice(False, NO)]
    return Column(
        key,
        title,
        get,
        written,
        Look.CHOICE,
        width,
        shown,
        read if edit else None,
        (lambda _: choices) if edit else None,
        hint,
    )


def choice(
    key: str,
    title: Text,
    get: Callable[[Row], T | None],
    names: Mapping[T, Text],
    *,
    edit: bool = False,
    blank: T | None = None,
    shown: bool = True,
    width: int = 10,
    hint: Text | None = None,
) -> Column[Row]:
    """Return a column of coded values; sorted in declared order, a cleared cell becomes `blank`."""
    order = {value: i for i, value in enumerate(names)}
    offered = [Choice(value, name) for value, name in names.items()]

    def sorted_by(row: Row) -> int | None:
        value = get(row)
        return None if value is None else order[value]

    def written(row: Row, language: Language) -> str:
        value = get(row)
        return "" if value is None else names[value].in_language(language)

    def read(text: str, _: Document) -> T | None:
        value = typed.a_choice(text, names)
        return blank if value is None else value

    return Column(
        key,
        title,
        sorted_by,
        written,
        Look.CHOICE,
        width,
        shown,
        read if edit else None,
        (lambda _: offered) if edit else None,
        hint,
    )


def unit_choices(document: Document) -> Sequence[Choice]:
    """Return every unit as a choice, in the order of the county."""
    return [Choice(u.id, same(u.name)) for u in document.county.units.values()]


def borrower_choices(document: Document) -> Sequence[Choice]:
    """Return every unit, and every outside unit that somebody was seconded to."""
    outside = {s.to_outside for s in document.county.secondments.values() if s.to_outside}
    return [*unit_choices(document), *(Choice(name, same(name)) for name in sorted(outside))]
