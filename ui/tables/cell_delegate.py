"""Editors of cells: a text, a date with a calendar, or a list of choices that is searched while typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QDate,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
    QWidgetAction,
)

from planner.document import Document
from planner.tables.column import Column, Look
from planner.tables.dates import read_date
from planner.text import Language
from ui.tables.record_table import RecordTable

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Makes the editor a column asks for; `document` tells which units and words there are."""

    entered = Signal(int)  # Enter finished an edit: the lines to go down

    def __init__(self, document: Callable[[], Document], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        model = cast(RecordTable, index.model())
        editor = editor_for(model.column_at(index.column()), model.language, self._document(), parent)
        editor.setAutoFillBackground(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the words of the cell, all selected."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(words))
        line = _line(editor)
        line.setText(words)
        line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the typed words to the table."""
        model.setData(index, _line(editor).text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the editor over the cell, wider where a choice needs it."""
        place = option.rect
        place.setWidth(max(place.width(), 150 if isinstance(editor, QComboBox) else 90))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Finish on Enter and go down, as Excel does; stay open while a list or calendar has the focus."""
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget) and _finishes(event):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.type() == QEvent.Type.FocusOut and isinstance(editor, QWidget) and _has_popup(editor):
            return False
        return super().eventFilter(editor, event)


def _finishes(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _has_popup(editor: QWidget) -> bool:
    return any(menu.isVisible() for menu in editor.findChildren(QMenu)) or (
        isinstance(editor, QComboBox) and editor.view().isVisible()
    )


def _line(editor: QWidget) -> QLineEdit:
    if isinstance(editor, QComboBox):
        line = editor.lineEdit()
        assert line is not None
        return line
    return cast(QLineEdit, editor)


def editor_for(
    column: Column[Any], language: Language, document: Document, parent: QWidget | None
) -> QLineEdit | QComboBox:
    """Return an editor for values of a column."""
    if column.choices is not None:
        words = [c.words.in_language(language) for c in column.choices(document)]
        return choice_editor(words, parent)
    return date_editor(parent) if column.look is Look.DATE else QLineEdit(parent)


def choice_editor(words: list[str], parent: QWidget | None) -> QComboBox:
    """Return a list of choices that is searched anywhere in their words while typing."""
    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *words])
    completer = QCompleter(words, box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)
    box.setMaxVisibleItems(16)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def date_editor(parent: QWidget | None) -> QLineEdit:
    """Return a line for a date in any usual way of writing, with a calendar at its end."""
    line = QLineEdit(parent)
    line.setPlaceholderText("YYYY-MM-DD")
    button = line.addAction(_calendar_icon(line), QLineEdit.ActionPosition.TrailingPosition)
    button.triggered.connect(lambda: _open_calendar(line))
    return line


def _calendar_icon(widget: QWidget) -> QIcon:
    picture = QPixmap(14, 14)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(widget.palette().color(widget.foregroundRole()))
    painter.drawRect(1, 2, 11, 10)
    painter.drawLine(1, 5, 12, 5)
    for x in (4, 7, 10):
        painter.drawPoint(x, 8)
        painter.drawPoint(x, 10)
    painter.end()
    return QIcon(picture)


def _open_calendar(line: QLineEdit) -> None:
    menu = QMenu(line)
    calendar = QCalendarWidget(menu)
    known = read_date(line.text())
    if known is not None:
        calendar.setSelectedDate(QDate(known.year, known.month, known.day))
    entry = QWidgetAction(menu)
    entry.setDefaultWidget(calendar)
    menu.addAction(entry)

    def take(day: QDate) -> None:
        line.setText(day.toString(Qt.DateFormat.ISODate))
        menu.close()
        line.setFocus()

    calendar.clicked.connect(take)
    menu.popup(line.mapToGlobal(line.rect().bottomLeft()))
