"""Which days are worked: the shipped national calendar with the county's own days laid over it."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from planner.assets import asset
from planner.county.duty import DayKind, DutyBook, SpecialDay
from planner.text import Text, same

_SATURDAY = 5
_UNARRANGED = Text(
    "{year} 年的放假调休安排未随程序提供,只计元旦、劳动节、国庆节的法定日期;"
    "请按国务院通知在日历中补充其余节日和调休上班日。",
    "The holiday arrangement of {year} does not come with the program: only the fixed dates of New Year, "
    "Labour Day and National Day count; add the other holidays and the make-up working days to the calendar.",
)


@dataclass(frozen=True, slots=True)
class National:
    """One year of the national calendar."""

    days: Mapping[date, SpecialDay]
    arranged: bool  # whether the State Council's arrangement is known, or only the law's fixed dates
    source: Text


def special_day(day: date, book: DutyBook) -> SpecialDay | None:
    """Return what makes a day other than its weekday says, the county's own day before the national one."""
    return book.special.get(day) or national(day.year).days.get(day)


def day_kind(day: date, book: DutyBook) -> DayKind | None:
    """Return what the calendar makes of a day, None where it is what its weekday says."""
    special = special_day(day, book)
    return special.kind if special else None


def day_name(day: date, book: DutyBook) -> Text | None:
    """Return the name of a special day, None for any other."""
    special = special_day(day, book)
    if special is None:
        return None
    return _holiday_names().get(special.name) or same(special.name)


def is_workday(day: date, book: DutyBook) -> bool:
    """Return whether a day is worked by those who have no duty."""
    kind = day_kind(day, book)
    return day.weekday() < _SATURDAY if kind is None else kind is DayKind.WORKDAY


def days_of(month: date) -> list[date]:
    """Return every day of a month, given by any of its days."""
    _, last = monthrange(month.year, month.month)
    return [month.replace(day=n) for n in range(1, last + 1)]


def calendar_doubt(year: int, book: DutyBook) -> Text | None:
    """Return what to know of a year whose arrangement is not known, None where all is well."""
    entered = any(special.day.year == year for special in book.special_days)
    return None if entered or national(year).arranged else _UNARRANGED.format(year=year)


@cache
def national(year: int) -> National:
    """Return the national calendar of a year: the State Council's arrangement, else the law's fixed dates."""
    path = asset("calendar", f"{year}.toml")
    if not path.is_file():
        law = _law()
        days = [SpecialDay(d, DayKind.HOLIDAY, name) for d, name in _fixed(law, year)]
        return National({d.day: d for d in days}, False, _text(law["source"]))
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    days = [day for holiday in raw["holidays"] for day in _arranged(holiday)]
    # A holiday inside the days of another one is itself, not one of the days moved there.
    days.sort(key=lambda d: d.kind is DayKind.HOLIDAY)
    return National({d.day: d for d in days}, True, _text(raw["source"]))


def _arranged(holiday: Mapping[str, Any]) -> Iterator[SpecialDay]:
    name, law = holiday["name"], holiday["law"]
    first, last = holiday["off"]
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if day not in law and day.weekday() < _SATURDAY:  # a weekend day is off without being moved
            yield SpecialDay(day, DayKind.REST, name)
    for day in law:
        yield SpecialDay(day, DayKind.HOLIDAY, name)
    for day in holiday["work"]:
        yield SpecialDay(day, DayKind.WORKDAY, name)


def _fixed(law: Mapping[str, Any], year: int) -> Iterator[tuple[date, str]]:
    for holiday in law["holidays"]:
        for words in holiday["fixed"]:
            if year >= holiday.get("since", {}).get(words, year):
                yield date.fromisoformat(f"{year}-{words}"), holiday["name"]["zh"]


@cache
def _law() -> Mapping[str, Any]:
    return tomllib.loads(asset("calendar", "law.toml").read_text(encoding="utf-8"))


@cache
def _holiday_names() -> Mapping[str, Text]:
    return {holiday["name"]["zh"]: _text(holiday["name"]) for holiday in _law()["holidays"]}


def _text(raw: Mapping[str, str]) -> Text:
    return Text(raw["zh"], raw["en"])


@cache
def festivals(place: str) -> tuple[SpecialDay, ...]:
    """Return the festivals and founding days offered to a prefecture, of the years that are arranged.

    They count only once they are taken over as the county's own days.
    """
    raw = tomllib.loads(asset("calendar", "festivals.toml").read_text(encoding="utf-8"))
    return tuple(
        SpecialDay(day, DayKind.FESTIVAL, festival["name"])
        for festival in raw["festivals"]
        if place in festival["places"]
        for day in festival["days"]
    )


@cache
def festival_places() -> tuple[str, ...]:
    """Return the prefectures that festivals are offered to."""
    raw = tomllib.loads(asset("calendar", "festivals.toml").read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(place for festival in raw["festivals"] for place in festival["places"]))
