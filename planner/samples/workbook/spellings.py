"""The same date, name or unit in the many ways in which people write it."""

from __future__ import annotations

from datetime import date
from random import Random

from planner.samples.records import SampleUnit
from planner.samples.workbook.style import Style

Cell = str | int | date | None
_MONTHS = ("{y}.{m:02}", "{y}{m:02}", "{y}年{m}月", "{y}-{m}", "{y}/{m}/1", "date", "serial")
_MONTH_WEIGHTS = (40, 15, 15, 8, 5, 15, 2)
_DAYS = ("{y}.{m:02}.{d:02}", "{y}年{m}月{d}日", "{y}-{m}-{d}", "{y}/{m}/{d}", "date")
_DAY_WEIGHTS = (35, 20, 10, 10, 25)
_FIRST_SERIAL = date(1899, 12, 30)


class Speller:
    """Writes cells the way one office does; `block` is called when another unit's hand takes over."""

    def __init__(self, style: Style, bureau: str, units: tuple[SampleUnit, ...], random: Random) -> None:
        self._mixed = style.mixed_spellings
        self._short_headquarters = "单位" in style.sheets  # without a units sheet nothing explains them
        self._bureau = bureau
        self._units = {u.name: u for u in units}
        self._random = random
        self._month_habit, self._wide_names, self._unit_habit = _MONTHS[0], True, "full"
        self.fills_working_unit = False

    def block(self) -> None:
        """Take on the habits of another hand."""
        random = self._random
        self._month_habit = random.choices(_MONTHS, _MONTH_WEIGHTS)[0]
        self._wide_names = random.random() < 0.7
        self._unit_habit = random.choices(("full", "short", "bureau"), (70, 18, 12))[0]
        self.fills_working_unit = self._mixed and random.random() < 0.5

    def month(self, day: date | None) -> Cell:
        """Return a date known by its month."""
        if day is None:
            return None
        habit = self._month_habit
        if self._random.random() < 0.12:
            habit = self._random.choices(_MONTHS, _MONTH_WEIGHTS)[0]
        return _written(day, habit if self._mixed else "date")

    def day(self, day: date | None) -> Cell:
        """Return a date known by its day."""
        if day is None:
            return None
        return _written(day, self._random.choices(_DAYS, _DAY_WEIGHTS)[0] if self._mixed else "date")

    def name(self, name: str) -> str:
        """Return a name; one of two characters is widened to the length of three."""
        if self._mixed and len(name) == 2 and self._wide_names:
            return f"{name[0]}　{name[1]}"
        return name

    def home(self, unit: str, first: bool) -> str:
        """Return a unit as its block writes it; the first row of a block always has the full name."""
        return self._unit(unit, "full" if first else self._unit_habit)

    def unit(self, unit: str) -> str:
        """Return a unit as it comes to mind."""
        return self._unit(unit, self._random.choices(("full", "short", "bureau"), (40, 45, 15))[0])

    def _unit(self, name: str, habit: str) -> str:
        unit = self._units.get(name)
        if not self._mixed or unit is None or not unit.ours or habit == "full":
            return name
        if habit == "bureau":
            return self._bureau + name if unit.kind != "局领导" else name
        return unit.short_name if unit.is_station or self._short_headquarters else name


def _written(day: date, habit: str) -> Cell:
    if habit == "date":
        return day
    if habit == "serial":
        return (day - _FIRST_SERIAL).days
    return habit.format(y=day.year, m=day.month, d=day.day)
