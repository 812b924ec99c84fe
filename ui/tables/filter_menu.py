"""The menu of a column, as in Excel: sort, a text to contain, and a list of values to tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.tables.column import Column
from planner.text import Text
from ui.tables.checklist import Checklist
from ui.tables.filtering import ColumnFilter, passing
from ui.tables.ordering import in_order
from ui.tables.record_table import RecordTable

_UP = Text("升序排列", "Sort ascending")
_DOWN = Text("降序排列", "Sort descending")
_NATURAL = Text("恢复原来顺序", "Original order")
_CONTAINS = Text("包含文字…", "Contains…")
_ALL = Text("全选", "Tick all")
_NONE = Text("全不选", "Untick all")
_OK = Text("确定", "OK")
_CLEAR = Text("清除筛选", "Clear filter")
_BLANK = Text("(空白)", "(blank)")


class FilterMenu(QFrame):
    """A popup that narrows one column down; nothing changes before OK."""

    chosen = Signal(str, object)  # column key, ColumnFilter
    sorting = Signal(object, bool)  # column key or None, descending

    def __init__(self, model: RecordTable, column: Column[Any], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = column
        self._language = model.language
        known = model.filters.columns.get(column.key, ColumnFilter())
        values = offered_values(model, column)
        self.checklist = Checklist(values, known.values, self)
        self.text = QLineEdit(known.text)
        self.text.setPlaceholderText(_CONTAINS.in_language(self._language))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self.checklist.narrow)
        self.checklist.narrow(known.text)
        self.values = QListView()
        self.values.setUniformItemSizes(True)
        self.values.setModel(self.checklist)
        self._lay_out()
        self.resize(270, 380)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for words, key, descending in (
            (_UP, self._column.key, False),
            (_DOWN, self._column.key, True),
            (_NATURAL, None, False),
        ):
            button = QToolButton()
            button.setText(words.in_language(self._language))
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, k=key, d=descending: self._sort(k, d))
            layout.addWidget(button)
        layout.addWidget(self.text)
        ticks = QHBoxLayout()
        for words, on in ((_ALL, True), (_NONE, False)):
            button = QToolButton()
            button.setText(words.in_language(self._language))
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, o=on: self.checklist.tick_all(o))
            ticks.addWidget(button)
        ticks.addStretch()
        layout.addLayout(ticks)
        layout.addWidget(self.values, 1)
        buttons = QHBoxLayout()
        self.clear_button = QPushButton(_CLEAR.in_language(self._language))
        self.clear_button.clicked.connect(self.clear)
        self.ok_button = QPushButton(_OK.in_language(self._language))
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self.accept)
        buttons.addWidget(self.clear_button)
        buttons.addStretch()
        buttons.addWidget(self.ok_button)
        layout.addLayout(buttons)

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a global place, inside the screen."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.text.setFocus()

    def accept(self) -> None:
        """Narrow the table down as chosen."""
        text = self.text.text().strip()
        values = self.checklist.ticked
        if text and self.checklist.all_listed_ticked:
            values = None  # the text alone says it, and goes on saying it for rows to come
        self.chosen.emit(self._column.key, ColumnFilter(text, values))
        self.close()

    def clear(self) -> None:
        """Show every value of the column again."""
        self.chosen.emit(self._column.key, ColumnFilter())
        self.close()

    def _sort(self, key: str | None, descending: bool) -> None:
        self.sorting.emit(key, descending)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for OK."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)


def offered_values(model: RecordTable, column: Column[Any]) -> list[tuple[str, str]]:
    """Return the values of a column in rows that pass the other filters: (Chinese words, words shown)."""
    others = model.filters.without(column.key)
    columns = {c.key: c for c in model.table.columns}
    found: dict[str, str] = {}
    for row in in_order(passing(model.rows, columns, others, model.language), column, False):
        value = column.words(row, "zh")
        if value not in found:
            found[value] = column.words(row, model.language) or _BLANK.in_language(model.language)
    return list(found.items())
