"""Dates as people type them."""

from __future__ import annotations

from datetime import date


def read_date(words: str) -> date | None:
    """Return the date of 1985.03, 198503, 1985年3月, a serial number and the like, as an import reads it.

    A month stands for its first day; None is for what is no date.
    """
    from planner.files.dates import DateLimits, read_dates

    [day] = read_dates([words], DateLimits(date.min, date.max)).values
    return day


def month_words(day: date) -> str:
    """Write the first of a month as the month, which is all that is then known."""
    return day.strftime("%Y-%m") if day.day == 1 else day.isoformat()
