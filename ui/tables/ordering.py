"""Rows in the order of a column: Chinese by pinyin, numbers inside words by value, blanks last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

from planner.tables.column import Column


@cache
def _collator() -> QCollator:
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    collator.setNumericMode(True)
    return collator


def sort_key(words: str) -> QCollatorSortKey:
    """Return what words are compared by."""
    return _collator().sortKey(words)


def in_order(rows: Sequence[Any], column: Column[Any], descending: bool) -> list[Any]:
    """Return rows sorted by a column; equal ones keep their order, blanks stand last either way."""
    keyed: list[tuple[Any, Any]] = []
    blank = []
    known: dict[str, QCollatorSortKey] = {}
    for row in rows:
        value = column.value(row)
        if value is None or value == "":
            blank.append(row)
        elif isinstance(value, str):
            if value not in known:
                known[value] = sort_key(value)
            keyed.append((known[value], row))
        else:
            keyed.append((value, row))
    keyed.sort(key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in keyed] + blank
