"""The find panel (Ctrl+F): type a name, a badge number or a unit, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.county.state import State
from planner.tables.search import Found, search
from planner.text import Language, Text
from ui.plain_label import PlainLabel

_PROMPT = Text("姓名、警号或单位…", "Name, badge number or unit…")
_NOTHING = Text("没有找到“{words}”。", "Nothing found for “{words}”.")
_UNIT = Text("单位", "unit")
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FindPanel(QFrame):
    """A popup over the window that lists matches while typing."""

    person_chosen = Signal(int)
    unit_chosen = Signal(int)

    def __init__(self, state: Callable[[], State], language: Callable[[], Language], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._state, self._language = state, language
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.nothing = PlainLabel()
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for widget in (self.words, self.nothing, self.list):
            layout.addWidget(widget)
        self.words.textChanged.connect(self._look)
        self.words.returnPressed.connect(self._choose_current)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.resize(460, 380)

    def open_over(self, window: QWidget) -> None:
        """Show the panel at the top of a window, with the last words selected."""
        self.words.setPlaceholderText(_PROMPT.in_language(self._language()))
        corner = QPoint((window.width() - self.width()) // 2, 60)
        self.move(window.mapToGlobal(corner))
        self.show()
        self.words.selectAll()
        self.words.setFocus()
        self._look(self.words.text())

    def _look(self, words: str) -> None:
        self.list.clear()
        found = search(self._state(), words)
        for each in found:
            self.list.addItem(self._item(each))
        self.list.setCurrentRow(0)
        self.nothing.setText(_NOTHING.format(words=words.strip()).in_language(self._language()))
        self.nothing.setVisible(bool(words.strip()) and not found)

    def _item(self, found: Found) -> QListWidgetItem:
        kind = "" if found.is_person else f"  [{_UNIT.in_language(self._language())}]"
        item = QListWidgetItem(f"{found.words}  {found.detail}{kind}")
        item.setData(Qt.ItemDataRole.UserRole, (found.is_person, found.id))
        return item

    def _choose_current(self) -> None:
        item = self.list.currentItem()
        if self.list.count() and item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        is_person, id_ = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        (self.person_chosen if is_person else self.unit_chosen).emit(id_)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the line move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            row = self.list.currentRow()
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            there = row + by[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(there, self.list.count() - 1)))
            return True
        return super().eventFilter(watched, event)
