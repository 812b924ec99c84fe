"""The fields of one person, as the roster's columns declare them, each edited on its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from planner.document import Document
from planner.tables.column import Column, Table
from planner.tables.roster import RosterRow
from planner.text import Language
from ui.plain_label import PlainLabel
from ui.tables.cell_delegate import editor_for

_NOT_HERE = frozenset(  # said above the fields or in the lists below them
    {"standing", "counted_on_books", "counted_present"}
    | {"seconded_to", "secondment_kind", "seconded_from", "seconded_until", "returned_on"}
    | {"secondment_reason", "approval", "kept_with_approval", "kept_until"}
    | {"absence", "absent_from", "absent_until"}
)
_ROOM_FOR_TWO = 470


class PersonFields(QWidget):
    """Shows a roster row as a form of two columns; `given` carries a field's new words."""

    given = Signal(str, str)  # column key, words

    def __init__(self, document: Callable[[], Document]) -> None:
        super().__init__()
        self._document = document
        self.editors: dict[str, QLineEdit | QComboBox] = {}
        self._titles: dict[str, QLabel] = {}
        self._columns: dict[str, Column[RosterRow]] = {}
        self._shown: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._abreast = 2

    def set_width(self, width: int) -> None:
        """Stand in two columns where `width` pixels have room for them, else in one."""
        abreast = 2 if width >= _ROOM_FOR_TWO else 1
        if abreast != self._abreast:
            self._abreast = abreast
            self._place()

    def show_row(self, row: RosterRow, table: Table[RosterRow], language: Language) -> None:
        """Show a person; the choices of the county are offered anew."""
        wanted = {c.key: c for c in table.columns if c.key not in _NOT_HERE}
        if list(wanted) != list(self._columns):
            self._build(wanted, language)
        self._columns = wanted
        document = self._document()
        for key, column in wanted.items():
            self._titles[key].setText(column.title.in_language(language))
            words = column.words(row, language)
            self._shown[key] = words
            editor = self.editors[key]
            if isinstance(editor, QComboBox):
                offered = column.choices(document) if column.choices else ()
                editor.clear()
                editor.addItems(["", *(choice.words.in_language(language) for choice in offered)])
                editor.setEditText(words)
            else:
                editor.setText(words)
                editor.setCursorPosition(0)

    def _build(self, columns: dict[str, Column[RosterRow]], language: Language) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.editors.clear()
        for key, column in columns.items():
            editor = self._editor(key, column, language)
            title = PlainLabel()
            title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            title.setBuddy(editor)
            self.editors[key], self._titles[key] = editor, title
        self._place()

    def _place(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass  # the widgets stay; only their places are given up
        for place, (key, editor) in enumerate(self.editors.items()):
            row, column = divmod(place, self._abreast)
            self._grid.addWidget(self._titles[key], row, 2 * column)
            self._grid.addWidget(editor, row, 2 * column + 1)
        self._grid.setColumnStretch(3, self._abreast - 1)

    def _editor(self, key: str, column: Column[RosterRow], language: Language) -> QLineEdit | QComboBox:
        if not column.editable:
            shown = QLineEdit(self)
            shown.setReadOnly(True)
            shown.setFrame(False)
            shown.setObjectName("told")
            return shown
        editor = editor_for(column, language, self._document(), self)
        editor.setMinimumWidth(110)
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _: self._give(key))
            editor.installEventFilter(self)
        if line is not None:
            line.editingFinished.connect(lambda: self._give(key))
        return editor

    def _give(self, key: str) -> None:
        editor = self.editors[key]
        words = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
        if words.strip() != self._shown[key]:
            self._shown[key] = words.strip()
            self.given.emit(key, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the card: scrolling must change nothing."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
