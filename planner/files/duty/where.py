"""Which unit and month a duty table is about, and whether it says what was planned or what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from planner.county.records import County, UnitKind
from planner.files.duty.days import read_month
from planner.files.titles import title_unit
from planner.files.unit_kinds import infer_kind
from planner.files.unit_names import UnitNames, unit_words
from planner.files.vocabulary import vocabulary
from planner.text import compact

_CUT = re.compile(
    r"\d+\s*年?|[年月日号:：()（）—–\-~至\s]+|值班|考勤|排班|勤务|出勤|备勤|工作|安排|日志|记录|表"
)
_DATE = re.compile(r"(?<!\d)(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?(?!\d|\s*月)")
_ODD_MONTH = re.compile(r"(?<!\d)(?:0{1,2}|1[3-9]|[2-9]\d)月")  # of words made half-width, without blanks
_M, _TO = r"(1[0-2]|0?[1-9])", r"[\-–—~至到]"  # of words made half-width, without blanks
_SPANS = (
    re.compile(rf"(?<!\d){_M}月?{_TO}{_M}月"),
    re.compile(rf"(?<!\d){_M}[-./月]\d{{1,2}}[日号]?{_TO}(?:\d{{4}}[-./年])?{_M}[-./月]"),
)
_STATION, _SHORT = "派出所", "所"


@dataclass(frozen=True, slots=True)
class Where:
    """What the lines around a table say; None for what none of them does."""

    unit: int | None
    month: date | None
    is_attendance: bool | None
    several: bool = False  # months are named, 10月26日至11月25日; `month` is the first of them
    stranger: str = ""  # a station or custody unit that is named and is none of the bureau's
    odd_month: str = ""  # words such as 13月, where no month is named

    def is_other_month(self, day: date) -> bool:
        """Return whether a day lies outside the one month these lines name."""
        return self.month is not None and not self.several and day.replace(day=1) != self.month


class DutyUnits:
    """The bureau's units, found in titles and cells."""

    def __init__(self, county: County) -> None:
        self._names = UnitNames(county.name)
        self._ids: list[int] = []
        self._inside: dict[str, int] = {}
        for unit in county.units.values():
            place = self._names.add(unit.name, unit.short_name)
            self._ids += [unit.id] * (place + 1 - len(self._ids))
            short = f"{unit.name.removesuffix(_STATION)}{_SHORT}" if unit.name.endswith(_STATION) else ""
            for words in (unit.name, unit.short_name, short):
                if len(compact(words)) > 1:
                    self._inside.setdefault(compact(words), unit.id)

    def find(self, cell: object) -> int | None:
        """Return the unit a cell names."""
        place = self._names.find(title_unit(unit_words(str(cell))))
        return None if place is None else self._ids[place]

    def inside(self, words: str) -> int | None:
        """Return the unit named in a title, the longest name first, None where none or an unclear one is."""
        key = compact(words)
        named = [name for name in self._inside if name in key]
        if named:
            return self._inside[max(named, key=len)]
        found = {u for part in _parts(words) if (u := self.find(part)) is not None}
        return found.pop() if len(found) == 1 else None

    def stranger(self, words: str) -> str:
        """Return the station or custody unit a title names that is none of the bureau's, empty for none."""
        kinds = (UnitKind.STATION, UnitKind.CUSTODY)
        return next((p for p in _parts(words) if infer_kind(p).kind in kinds and self.find(p) is None), "")


def _parts(words: str) -> list[str]:
    """Return what may be names of units in a title."""
    return [part for part in _CUT.split(words) if len(part or "") > 1]


def where(titles: Sequence[str], sheet: str, file_name: str, units: DutyUnits, given: date | None) -> Where:
    """Return what the titles above a table say, those that name it a roster first, else sheet and file.

    A month without a year takes the year another of these lines names, or that of the month given.
    """
    lines = [*titles, sheet, PurePath(file_name).stem]
    lines.sort(key=lambda line: _is_attendance([line]) is None)
    unit = next((u for line in lines if (u := units.inside(line)) is not None), None)
    month, several = _month(lines, given)
    stranger = next((s for line in lines if unit is None and (s := units.stranger(line))), "")
    odd = next((m[0] for line in lines if month is None and (m := _ODD_MONTH.search(compact(line)))), "")
    return Where(unit, month, _is_attendance(lines), several, stranger, odd)


def _is_span(line: str) -> bool:
    """Whether a line names days of two months, or two months."""
    found = (pattern.search(compact(line)) for pattern in _SPANS)
    return any(match is not None and int(match[1]) != int(match[2]) for match in found)


def _month(lines: Sequence[str], given: date | None) -> tuple[date | None, bool]:
    """Return the month the lines name, of several the first, and whether they are several."""
    plain = [line for line in lines if not _is_span(line)]
    told = [read_month(_DATE.sub("", line)) for line in plain]  # 制表日期 is no month of duty
    several = len(plain) < len(lines) and not any(month for _, month in told)
    if not any(month for _, month in told):
        told = [read_month(line) for line in lines]
    number = next((month for _, month in told if month), None)
    if number is None:
        return None, False
    together = next((year for year, month in told if year and month == number), None)
    year = together or next((y for y, _ in told if y), None) or (given.year if given else None)
    return (date(year, number, 1) if year else None), several


def _is_attendance(lines: Iterable[str]) -> bool | None:
    """Return what the nearest line says that says either."""
    sheets = vocabulary().lists["sheets"]
    for line in map(compact, lines):
        if any(word in line for word in sheets["attendance"]):
            return True
        if any(word in line for word in sheets["duty"]):
            return False
    return None
