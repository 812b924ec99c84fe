"""The duty grid and its two margins as Qt tables; all three show one frozen grid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.policy.duty_codes import DutyCode
from planner.policy.share import Share
from planner.tables.duty_grid import DutyGrid, GridCell, GridRow
from planner.tables.duty_margins import is_met
from planner.text import Language, Text
from ui.duty.words import (
    PERSON_TITLES,
    cell_words,
    day_cells,
    day_titles,
    day_words,
    field_words,
    person_words,
)

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
NO_CODES: Mapping[str, DutyCode] = {}
_Role = Qt.ItemDataRole
CELL = _Role.UserRole  # the GridCell, the PersonMargin or the DayMargin
MET = _Role.UserRole + 2  # of a share that is judged: whether it is what is required
HEAD = _Role.UserRole + 1  # of a header: the DayHead or the GridRow
SHARES = PLANNED_COLUMN, REAL_COLUMN = 4, 5


class _OfGrid(QAbstractTableModel):
    """Shows a part of a grid; what is selected stays selected while people and days stay the same."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grid: DutyGrid | None = None
        self.language: Language = "zh"

    def show_grid(self, grid: DutyGrid | None, language: Language) -> None:
        """Show another version of the grid."""
        same = _shape(grid) == _shape(self.grid)
        if not same:
            self.beginResetModel()
        self.grid, self.language = grid, language
        if not same:
            self.endResetModel()
        elif self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The people shown."""
        return self.grid.rows if self.grid is not None else ()


def _shape(grid: DutyGrid | None) -> object:
    if grid is None:
        return None
    return grid.unit, grid.month, [row.person.id for row in grid.rows], len(grid.columns[0].posts)


class CellTable(_OfGrid):
    """People by days."""

    codes: Mapping[str, DutyCode] = NO_CODES

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many days there are."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.days)

    def cell(self, row: int, column: int) -> GridCell:
        """Return a cell."""
        return self.rows[row].cells[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Call cells editable: only then do views let an input method write."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if self.grid is None or not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        if role == CELL:
            return cell
        if role == _Role.DisplayRole:
            return cell.words
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            words = cell_words(row, cell, self.grid.days[index.column()], self.codes)
            return words.in_language(self.language)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return a day, or a person."""
        if self.grid is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.grid.rows[section]
            if role == HEAD:
                return row
            return row.person.name if role == _Role.DisplayRole else None
        head = self.grid.days[section]
        if role == HEAD:
            return head
        if role == _Role.ToolTipRole:
            return day_words(head).in_language(self.language)
        return str(head.day.day) if role == _Role.DisplayRole else None


class PersonMargins(_OfGrid):
    """One line of counts for each person."""

    required: Share = Share(0, 1)  # the field time that is judged by

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many counts there are."""
        return 0 if parent.isValid() else len(PERSON_TITLES)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a count."""
        row = self.rows[index.row()]
        if role == CELL:
            return row.margin
        if role == _Role.DisplayRole:
            return person_words(row.margin)[index.column()]
        hours = {PLANNED_COLUMN: row.margin.planned, REAL_COLUMN: row.margin.real}
        if role == _Role.ToolTipRole and index.column() in hours:
            return field_words(row, hours[index.column()], self.required).in_language(self.language)
        if role == MET and index.column() in hours and row.margin.judged:
            judged = hours[index.column()]
            return None if judged is None else is_met(judged, self.required)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return what a count is."""
        if orientation is Qt.Orientation.Vertical or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        title, hint = PERSON_TITLES[section]
        return (title if role == _Role.DisplayRole else hint).in_language(self.language)


class DayMargins(_OfGrid):
    """A few lines of counts for each day."""

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many counts there are."""
        return 0 if parent.isValid() else len(self._titles)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many days there are."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a count."""
        if self.grid is None:
            return None
        margin = self.grid.columns[index.column()]
        if role == CELL:
            return margin
        return day_cells(margin)[index.row()] if role == _Role.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return what a count is."""
        if orientation is Qt.Orientation.Horizontal or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        title, hint = self._titles[section]
        return (title if role == _Role.DisplayRole else hint).in_language(self.language)

    @property
    def _titles(self) -> tuple[tuple[Text, Text], ...]:
        return day_titles(self.grid.columns[0]) if self.grid is not None and self.grid.columns else ()
