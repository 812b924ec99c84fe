"""Whose month is in view: a unit and a month, remembered, and who belongs to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.county.belonging import Membership, duty_units, members
from planner.county.records import County, Unit
from planner.policy.policy import Policy
from planner.tables.duty_grid import DutyGrid, duty_grid
from ui.open_document import OpenDocument
from ui.settings import DUTY_MONTH, DUTY_UNIT, Settings


class Place(QObject):
    """Follows the date in force to its month; another document begins with the unit of the same name."""

    changed = Signal()  # another unit or month

    def __init__(self, open_document: OpenDocument, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._open, self._settings = open_document, settings
        self.unit: int | None = None
        self.month = self._remembered() or open_document.on.replace(day=1)
        self._on = open_document.on
        self._known: tuple[County, Policy, int, date, Membership] | None = None

    def _remembered(self) -> date | None:
        try:
            return date.fromisoformat(self._settings.get(DUTY_MONTH)).replace(day=1)
        except ValueError:
            return None

    @property
    def key(self) -> tuple[int, date]:
        """The unit and the first day of the month, as edits take them; no unit is one that never was."""
        return self.unit if self.unit is not None else -1, self.month

    @property
    def name(self) -> str:
        """The name of the unit, empty for none."""
        return self._open.document.county.units[self.unit].name if self.unit is not None else ""

    def units(self) -> list[Unit]:
        """Return the units that keep duty rosters: stations, custody units, and whoever has one."""
        planned = {unit for unit, _ in self._open.document.duty.months}
        county = self._open.document.county
        keeping = duty_units(county)
        known = {unit.id for unit in keeping}
        others = (u for u in county.units.values() if u.ours and u.id in planned and u.id not in known)
        return [*keeping, *others]

    def follow_unit(self, unit: int | None) -> None:
        """Go to a unit chosen elsewhere, if it keeps duty rosters."""
        if unit is not None and unit in {u.id for u in self.units()}:
            self.go_to_unit(unit)

    def go_to_unit(self, unit: int) -> None:
        """Show another unit, and remember it."""
        if unit != self.unit:
            self.unit = unit
            self._settings.set(DUTY_UNIT, self.name)
            self.changed.emit()

    def go_to_month(self, month: date) -> None:
        """Show another month, and remember it."""
        if month.replace(day=1) != self.month:
            self.month = month.replace(day=1)
            self._settings.set(DUTY_MONTH, self.month.isoformat())
            self.changed.emit()

    def forget(self) -> None:
        """Leave the unit of a document that was closed."""
        self.unit = self._known = None

    def settle(self) -> None:
        """Follow another date, and leave a unit that is gone for the one remembered, or the first."""
        if self._open.on.replace(day=1) != self._on.replace(day=1):
            self.month = self._open.on.replace(day=1)
        self._on = self._open.on
        units = self.units()
        if self.unit not in {u.id for u in units}:
            name = self._settings.get(DUTY_UNIT)
            first = units[0].id if units else None
            self.unit = next((u.id for u in units if u.name == name), first)

    def grid(self) -> DutyGrid | None:
        """Return what the version in force plans here, None without a unit."""
        if self.unit is None:
            return None
        return duty_grid(self._open.document, self.unit, self.month, self._there(self.unit))

    def _there(self, unit: int) -> Membership:
        """Return who belongs here, found anew only where people, policy, unit or month are others."""
        document, known = self._open.document, self._known
        same = known is not None and known[0] is document.county and known[1] is document.policy
        if known is None or not same or known[2:4] != (unit, self.month):
            there = members(document.county, document.policy, unit, self.month)
            self._known = known = (document.county, document.policy, unit, self.month, there)
        return known[4]
