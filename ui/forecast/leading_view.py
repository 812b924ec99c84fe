"""A table to read: Enter or a double click leads on to what a row is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from planner.document import Document
from ui.tables.hints import Hint
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeadingView(TableView):
    """Says which row is to be followed; greyed while its rows are of an earlier version."""

    followed = Signal(int)  # row id

    def __init__(self, model: RecordTable, document: Callable[[], Document]) -> None:
        super().__init__(model, document)
        self.doubleClicked.connect(self._follow)
        self.card_requested.connect(self.followed)

    def _follow(self, index: QModelIndex) -> None:
        self.followed.emit(self.records.shown[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the current row by Enter."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not plain and self.current_row() is not None:
            self._follow(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)


def greyed(_row: object, _key: str) -> Hint:
    """Grey every cell: the rows are of an earlier version."""
    return Hint.QUIET
