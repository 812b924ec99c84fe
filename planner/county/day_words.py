"""Days of a month in words, those that follow each other together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planner.text import Text, joined

_ONE, _SPAN = Text("{first}日", "{first}"), Text("{first}日至{last}日", "{first} to {last}")
_DAY, _DAYS = Text("{days}", "day {days}"), Text("{days}", "days {days}")
_OF_MONTH = Text("{month}月{days}", "{name} {days}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spans(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of numbers that follow each other, in their order."""
    first = last = None
    for number in sorted(set(numbers)):
        if first is not None and last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last


def day_words(days: Iterable[int]) -> Text:
    """Name days of the month that is spoken of: 3日至7日、9日, in English days 3 to 7, 9."""
    found = list(spans(days))
    alone = len(found) == 1 and found[0][0] == found[0][1]
    return (_DAY if alone else _DAYS).format(days=_listed(found))


def month_day_words(days: Iterable[date]) -> Text:
    """Name days of one month with it: 11月3日至7日、9日."""
    dates = list(days)
    month = dates[0].month
    listed = _listed(spans(day.day for day in dates))
    return _OF_MONTH.format(month=month, name=_MONTHS[month - 1], days=listed)


def span_words(first: int, last: int) -> Text:
    """Name the days from one to another."""
    return (_ONE if first == last else _SPAN).format(first=first, last=last)


def _listed(found: Iterable[tuple[int, int]]) -> Text:
    return joined(span_words(first, last) for first, last in found)
