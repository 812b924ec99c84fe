"""A table whose rows are ticked: a box before the name, the space bar, a click, or all at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.tables.record_table import Index, RecordTable
from ui.tables.table_view import TableView

_Checked, _Unchecked = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_CheckRole = Qt.ItemDataRole.CheckStateRole


class TickedTable(RecordTable):
    """A RecordTable that remembers which row ids are ticked; the box stands in the first column."""

    ticked_changed = Signal()

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.ticked: frozenset[int] = frozenset()

    def tick(self, ids: Collection[int], on: bool = True) -> None:
        """Tick or untick some rows."""
        ticked = self.ticked | frozenset(ids) if on else self.ticked - frozenset(ids)
        if ticked == self.ticked:
            return
        self.ticked = ticked
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, 0), [_CheckRole])
        self.ticked_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the tick of a row beside what every table shows."""
        if role == _CheckRole and index.isValid() and index.column() == 0:
            return _Checked if self.shown[index.row()].id in self.ticked else _Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a click on a box."""
        if role != _CheckRole or not index.isValid():
            return super().setData(index, value, role)
        self.tick([self.shown[index.row()].id], Qt.CheckState(value) is _Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags


class TickedView(TableView):
    """A TableView in which the space bar ticks or unticks the selected rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the space bar; everything else as in every table."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain:
            self.toggle_selected()
            event.accept()
        else:
            super().keyPressEvent(event)

    def toggle_selected(self) -> None:
        """Tick the selected rows, or untick them where all of them are ticked."""
        model = self.records
        assert isinstance(model, TickedTable)
        ids = {row.id for row in self.selected_rows()}
        model.tick(ids, not ids <= model.ticked)
