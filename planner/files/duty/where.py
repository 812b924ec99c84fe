"""Which unit and month a duty table is about, and whether it says what was planned or what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from planner.county.records import County
from planner.files.duty.days import read_month
from planner.files.titles import title_unit
from planner.files.unit_names import UnitNames, unit_words
from planner.files.vocabulary import vocabulary
from planner.text import compact

_CUT = re.compile(
    r"\d+\s*年?|[年月日号:：()（）—–\-~至\s]+|值班|考勤|排班|勤务|出勤|备勤|工作|安排|日志|记录|表"
)
_DATE = re.compile(r"(?<!\d)(?:\d{4}\s*[-./年]\s*)?\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?(?!\d|\s*月)")
_STATION, _SHORT = "派出所", "所"


@dataclass(frozen=True, slots=True)
class Where:
    """What the lines around a table say; None for what none of them does."""

    unit: int | None
    month: date | None
    is_attendance: bool | None


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
        found = {
            u for part in _CUT.split(words) if len(part or "") > 1 and (u := self.find(part)) is not None
        }
        return found.pop() if len(found) == 1 else None


def where(titles: Sequence[str], sheet: str, file_name: str, units: DutyUnits, given: date | None) -> Where:
    """Return what the titles above a table say, those that name it a roster first, else sheet and file.

    A month without a year takes the year another of these lines names, or that of the month given.
    """
    lines = [*titles, sheet, PurePath(file_name).stem]
    lines.sort(key=lambda line: _is_attendance([line]) is None)
    unit = next((u for line in lines if (u := units.inside(line)) is not None), None)
    return Where(unit, _month(lines, given), _is_attendance(lines))


def _month(lines: Iterable[str], given: date | None) -> date | None:
    lines = list(lines)
    told = [read_month(_DATE.sub("", line)) for line in lines]  # 制表日期 is no month of duty
    if not any(month for _, month in told):
        told = [read_month(line) for line in lines]
    number = next((month for _, month in told if month), None)
    if number is None:
        return None
    together = next((year for year, month in told if year and month == number), None)
    year = together or next((y for y, _ in told if y), None) or (given.year if given else None)
    return date(year, number, 1) if year else None


def _is_attendance(lines: Iterable[str]) -> bool | None:
    """Return what the nearest line says that says either."""
    sheets = vocabulary().lists["sheets"]
    for line in map(compact, lines):
        if any(word in line for word in sheets["attendance"]):
            return True
        if any(word in line for word in sheets["duty"]):
            return False
    return None
