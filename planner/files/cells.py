"""Cells as words: how a cell reads, and how words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeVar

from planner.files.workbook import Cell
from planner.text import compact

T = TypeVar("T")
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}、，。；：（）《》])\s+(?=[{_HAN}、，。；：（）《》])")
_ALL_HAN = re.compile(rf"[{_HAN}\s]+\Z")
_PUNCTUATION = re.compile(r"[\s_\-/\\、,，.。*:：;；'\"“”]+")
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅･●", "·"))


def as_text(cell: Cell) -> str:
    """Return a cell's words: whole numbers without a fraction, dates as 2026-11-24, no blanks around."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def word_key(cell: Cell) -> str:
    """Return the words of a coded cell as they are compared: without blanks, hyphens and dots."""
    return _PUNCTUATION.sub("", compact(as_text(cell))) or compact(as_text(cell))


def one_line(words: str) -> str:
    """Return a heading or note on one line, without the blanks that only spread Chinese characters."""
    return _BETWEEN_HAN.sub("", " ".join(words.split()))


@lru_cache(maxsize=20_000)
def heading_key(words: str) -> str:
    """Return a heading as headings are compared: without blanks, punctuation and case."""
    return _PUNCTUATION.sub("", compact(words))


def without_brackets(words: str) -> str:
    """Return words without what stands in brackets."""
    return _BRACKETS.sub("", words)


def person_name(cell: Cell) -> str:
    """Return a name: 王　宇 is 王宇, while names of other scripts keep single blanks and their dots."""
    if isinstance(cell, str) and cell.isalpha():
        return cell
    words = as_text(cell)
    words = "".join(c for c in words.translate(_DOTS) if c.isprintable() or c.isspace())
    if _ALL_HAN.match(words):
        return "".join(words.split())
    return re.sub(r"\s*·\s*", "·", " ".join(words.split()))


def name_key(name: str) -> str:
    """Return a person's name as names are compared between sheets."""
    if name.isalpha() and not name.isascii():
        return name
    return compact(name.translate(_DOTS)).replace("·", "").replace(".", "")


def badge(cell: Cell) -> str:
    """Return a badge number: half-width, without blanks."""
    if isinstance(cell, str) and cell.isascii() and cell.isalnum():
        return cell
    words = as_text(cell)
    return (
        words
        if words.isascii() and words.isalnum()
        else "".join(unicodedata.normalize("NFKC", words).split())
    )


def read_column(cells: Sequence[Cell], read: Callable[[Cell], T]) -> list[T]:
    """Return what `read` makes of every cell; each distinct cell is read once, because cells repeat."""
    values = {cell: read(cell) for cell in set(cells)}
    return list(map(values.__getitem__, cells))
