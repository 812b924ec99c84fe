"""Dates as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_PARTS = re.compile(r"(\d{4})[.\-/年](\d{1,2})(?:[.\-/月](\d{1,2})?日?)?$")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})?$")


def read_date(words: str) -> date | None:
    """Return the date of 1985.03, 198503, 1985-3, 1985年3月, 1985/3/1 and the like, None if it is none.

    A month stands for its first day.
    """
    text = "".join(unicodedata.normalize("NFKC", words).split())
    match = _PARTS.match(text) or _DIGITS.match(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return date(int(year), int(month), int(day or 1))
    except ValueError:
        return None


def month_words(day: date) -> str:
    """Write the first of a month as the month, which is all that is then known."""
    return day.strftime("%Y-%m") if day.day == 1 else day.isoformat()
