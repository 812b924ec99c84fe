"""Dates as HR offices write them: 1985.03, 198503, 1985年3月, 1985/3/1, serial numbers, 8/23/1986."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.files.cells import as_text
from planner.files.doubts import Doubt, Values, read_doubtful
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell
from planner.text import Text, compact

_YEAR_FIRST = re.compile(r"(\d{4})[.\-/,年](\d{1,2})(?:[.\-/,月](\d{1,2})?[日号]?)?[.月]?\Z")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\Z")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})?\Z")
_CLOCK = re.compile(r"[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\Z")
_ONE_DECIMAL = re.compile(r"(\d{4})\.(\d)\Z")
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(3_654, 73_051)  # 1910 to 2099
_YOUNGEST, _AHEAD, _CAREER = 15, 10, 45  # years: nobody on a roster is younger; nothing lies further ahead

_NO_DATE = Text(
    "“{words}”不是可识别的日期,已留空,原文保留。", "“{words}” is no date; left blank, the words are kept."
)
_IMPOSSIBLE = Text(
    "日期“{words}”不可能,已留空,原文保留。", "The date “{words}” cannot be; left blank, the words are kept."
)
_TENTH = Text(
    "数字“{words}”可能是 {year} 年 1 月或 10 月,暂按 {month} 月,请核对。",
    "The number “{words}” is January or October {year}; taken for month {month}, please verify.",
)


@dataclass(frozen=True, slots=True)
class DateLimits:
    """The first and last date a column can hold, and whether words such as 至今 leave it open."""

    first: date
    last: date
    may_be_open: bool = False


def limits(field: str, on: date) -> DateLimits:
    """Return what a date field can hold on the day of the import."""
    if field == "birth":
        return DateLimits(date(1900, 1, 1), date(on.year - _YOUNGEST, 12, 31))
    may_be_open = field in ("until", "kept_until", "returned_on", "left_on")
    ahead = _CAREER if field == "left_on" else _AHEAD  # 退休日期 may be the one that is due
    return DateLimits(date(1930, 1, 1), date(on.year + ahead, 12, 31), may_be_open)


def read_dates(cells: Sequence[Cell], within: DateLimits) -> Values[date | None]:
    """Return a column of dates; a month stands for its first day, blank and open for None."""
    distinct = set(cells)
    reader = _DateReader(within, _day_first(distinct), _unpadded(distinct))
    return read_doubtful(cells, reader.read)


def _day_first(cells: Iterable[Cell]) -> bool:
    """Whether a column such as 23/8/1986 has the day first: some first part is no month."""
    parts = [m.groups() for c in cells if isinstance(c, str) and (m := _YEAR_LAST.match(_plain(c)))]
    return any(int(a) > 12 for a, _, _ in parts) and not any(int(b) > 12 for _, b, _ in parts)


def _unpadded(cells: Iterable[Cell]) -> bool:
    """Whether a column of numbers such as 1985.3 writes months without a zero, so that 1985.1 is January."""
    floats = {repr(c) for c in cells if isinstance(c, float) and not c.is_integer()}
    return any((m := _ONE_DECIMAL.match(words)) and m[2] in "23456789" for words in floats)


def _plain(words: str) -> str:
    text = _CLOCK.sub("", unicodedata.normalize("NFKC", words).strip())
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class _DateReader:
    within: DateLimits
    day_first: bool
    unpadded: bool

    def read(self, cell: Cell) -> tuple[date | None, Doubt | None]:
        if cell == "" and isinstance(cell, str):
            return None, None
        if isinstance(cell, datetime):
            return self._bounded(cell.date(), cell)
        if isinstance(cell, date):
            return self._bounded(cell, cell)
        if isinstance(cell, float) and not isinstance(cell, bool) and not cell.is_integer():
            return self._fraction(cell)
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return None, _doubt(_NO_DATE, cell)
        return self._words(as_text(cell), cell)

    def _words(self, words: str, cell: Cell) -> tuple[date | None, Doubt | None]:
        text = _plain(words)
        if not text or (self.within.may_be_open and compact(text) in vocabulary().lists["dates"]["open"]):
            return None, None
        parts = self._parts(text)
        if parts is None:
            return None, _doubt(_NO_DATE, cell)
        try:
            return self._bounded(date(*parts), cell)
        except ValueError:
            return None, _doubt(_IMPOSSIBLE, cell)

    def _parts(self, text: str) -> tuple[int, int, int] | None:
        if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in _SERIALS:
            day = _FIRST_SERIAL + timedelta(days=int(text))
            return day.year, day.month, day.day
        if match := _YEAR_LAST.match(text):
            first, second, year = (int(part) for part in match.groups())
            return (year, second, first) if self.day_first else (year, first, second)
        found = _YEAR_FIRST.match(text) or _DIGITS.match(text)
        if found is None:
            return None
        year_, month, day_ = found.groups()
        return int(year_), int(month), int(day_ or 1)

    def _fraction(self, cell: float) -> tuple[date | None, Doubt | None]:
        """Read 1985.03 typed as a number; 1985.1 has lost a zero, or never had one."""
        words = repr(cell)
        if 10_000 <= cell < _SERIALS.stop:  # a serial number with a time of day; not what is no number
            return self._words(str(int(cell)), cell)
        single = _ONE_DECIMAL.match(words)
        if single is None:
            return self._words(words, cell)
        month = 10 if single[2] == "1" and not self.unpadded else int(single[2])
        value, doubt = self._words(f"{single[1]}.{month}", cell)
        if doubt is None and single[2] == "1":
            message = _TENTH.format(words=words, year=single[1], month=month)
            doubt = Doubt(IssueKind.BAD_DATE, message, lost=False)
        return value, doubt

    def _bounded(self, day: date, cell: Cell) -> tuple[date | None, Doubt | None]:
        if self.within.first <= day <= self.within.last:
            return day, None
        return None, _doubt(_IMPOSSIBLE, cell)


def _doubt(sentence: Text, cell: Cell) -> Doubt:
    return Doubt(IssueKind.BAD_DATE, sentence.format(words=as_text(cell)))
