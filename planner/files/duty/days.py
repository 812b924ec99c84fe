"""Days and months as duty rosters write them: 1, 1日, 11月1日(周日), 2026-11-01, 2026年11月, 十一月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from planner.files.workbook import Cell
from planner.text import compact

_TAIL = r"(?:[(]?(?:星期|周|礼拜)([一二三四五六日天])[)]?|[(]([一二三四五六日天])[)])?\Z"
_FULL = re.compile(rf"(\d{{4}})[-./年](\d{{1,2}})[-./月](\d{{1,2}})[日号]?(?:t?00:00(?::00)?)?{_TAIL}")
_MONTH_DAY = re.compile(rf"(\d{{1,2}})[月./-](\d{{1,2}})[日号]?{_TAIL}")
_DAY = re.compile(rf"(\d{{1,2}})[日号]?{_TAIL}")
_MONTHS = (
    re.compile(r"(20\d{2})年?[-./]?(1[0-2]|0?[1-9])月"),
    re.compile(r"(20\d{2})[-./](1[0-2]|0?[1-9])(?!\d)"),
    re.compile(r"(?<!\d)(20\d{2})(1[0-2]|0[1-9])(?!\d)"),
)
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月")
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_WEEKDAYS = "一二三四五六日天"
_HAN = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"二[〇零○0][〇零○一二三四五六七八九]{2}(?=年)")
_HAN_MONTH = re.compile(r"(?<!第)(十[一二]|[一二三四五六七八九十])月")
_ENGLISH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?(20\d{2})(?!\d)")
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HAN_MONTHS = {word: n for n, word in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written: perhaps without its month or year, perhaps with its weekday."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None  # 0 for Monday, as the words say; None where they do not

    def within(self, month: date | None) -> date | None:
        """Return the date it is, beside the month the rest is about; None where it is no date."""
        year = self.year or (self._year_beside(month) if month else None)
        number = self.month or (month.month if month else None)
        if year is None or number is None:
            return None
        try:
            return date(year, number, self.day)
        except ValueError:
            return None

    def _year_beside(self, month: date) -> int:
        """Return the year of a day without one; a week over New Year has days of two."""
        turn = (month.month, self.month)
        return month.year + (1 if turn == (12, 1) else -1 if turn == (1, 12) else 0)


def read_day(cell: Cell) -> Day | None:
    """Return the day a cell says, None for none; 31 in a short month is still a day."""
    if isinstance(cell, datetime | date):
        return Day(cell.day, cell.month, cell.year)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if not isinstance(cell, str):
        return Day(int(cell)) if 1 <= cell <= 31 and cell == int(cell) else None
    words = compact(cell)
    if match := _FULL.match(words):
        return Day(int(match[3]), int(match[2]), int(match[1]), _weekday(match))
    if match := _MONTH_DAY.match(words):
        month, day = int(match[1]), int(match[2])
        return Day(day, month, None, _weekday(match)) if 1 <= month <= 12 and 1 <= day <= 31 else None
    match = _DAY.match(words)
    return Day(int(match[1]), weekday=_weekday(match)) if match and 1 <= int(match[1]) <= 31 else None


def _weekday(match: re.Match[str]) -> int | None:
    """Return the weekday behind a day, the last two groups of its pattern."""
    *_, named, bracketed = match.groups()
    written = named or bracketed
    return min(_WEEKDAYS.index(written), 6) if written else None


def read_month(words: str) -> tuple[int | None, int | None]:
    """Return the year and the month some words name, None for what they do not say."""
    plain = _HAN_YEAR.sub(lambda m: m[0].translate(_HAN), compact(words))
    plain = _HAN_MONTH.sub(lambda m: f"{_HAN_MONTHS[m[1]]}月", plain)
    for pattern in _MONTHS:
        if match := pattern.search(plain):
            return int(match[1]), int(match[2])
    if match := _ENGLISH.search(plain):
        return int(match[2]), 1 + _ENGLISH_MONTHS.index(match[1])
    year, month = _YEAR.search(plain), _MONTH.search(plain)
    return (int(year[1]) if year else None), (int(month[1]) if month else None)
