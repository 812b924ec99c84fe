"""The grid as it is worked in: keys and the mouse become wishes, which the page turns into edits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.duty.fill_handle import Block, drawn_out, handle, is_on
from ui.duty.grid_table import CellTable
from ui.duty.painting import CellPainter, DayHeader, NameHeader

_Key, _Standard = Qt.Key, QKeySequence.StandardKey
_CONTROL = Qt.KeyboardModifier.ControlModifier
_WITH_CONTROL = {_Key.Key_D: "fill_down", _Key.Key_R: "fill_right", _Key.Key_L: "lock"}
_PLAIN = {_Key.Key_Delete: "clear", _Key.Key_Backspace: "clear"}
_STANDARD = {_Standard.Copy: "copy", _Standard.Cut: "cut", _Standard.Paste: "paste"}


class GridView(QTableView):
    """People by days; never opens an editor: a key is a code."""

    typed = Signal(str)  # one sign
    wished = Signal(str)  # clear, copy, cut, paste, fill_down, fill_right or lock
    drawn = Signal(object, object)  # the selected Block and the one it was drawn out to

    def __init__(self, model: CellTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dutyGrid")
        self.table = model
        self.days, self.names, self.painter_ = DayHeader(self), NameHeader(self), CellPainter(self)
        self._source: Block | None = None  # while a selection is drawn out
        self._target: Block | None = None
        self.setHorizontalHeader(self.days)
        self.setVerticalHeader(self.names)
        self.setItemDelegate(self.painter_)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # what is selected

    @property
    def block(self) -> Block | None:
        """The selected rectangle, None where nothing is."""
        ranges = self.selectionModel().selection().toList()
        kept = [r for r in ranges if r.isValid()]
        if not kept:
            return None
        return (
            min(r.top() for r in kept),
            min(r.left() for r in kept),
            max(r.bottom() for r in kept),
            max(r.right() for r in kept),
        )

    def select(self, block: Block) -> None:
        """Select a rectangle; its first cell becomes the current one where none in it is."""
        top, left, bottom, right = block
        current = self.currentIndex()
        inside = top <= current.row() <= bottom and left <= current.column() <= right
        if not inside:
            self.selectionModel().setCurrentIndex(
                self.table.index(top, left), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(
            QItemSelection(self.table.index(top, left), self.table.index(bottom, right)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    # keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the grid from the actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _wish(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a code, or an action of the grid."""
        wish = _wish(event)
        if wish:
            self.wished.emit(wish)
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go_down(-1 if back else 1)
        elif event.text().strip() and not event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier):
            self.typed.emit(event.text().strip())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take the letters of a Chinese input method."""
        for sign in event.commitString().strip():
            self.typed.emit(sign)
        event.accept()

    def _go_down(self, lines: int) -> None:
        index = self.currentIndex()
        below = self.table.index(index.row() + lines, index.column())
        if below.isValid():
            self.setCurrentIndex(below)

    # drawing the selection out

    def _corner(self) -> QRect | None:
        block = self.block
        return self.visualRect(self.table.index(block[2], block[3])) if block is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the corner of the selection."""
        corner = self._corner()
        taken = event.button() is Qt.MouseButton.LeftButton and corner is not None
        if taken and corner is not None and is_on(corner, event.position().toPoint()):
            self._source = self._target = self.block
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show how far the selection is drawn out, or that it can be."""
        place = event.position().toPoint()
        if self._source is not None:
            index = self.indexAt(place)
            if index.isValid():
                self._target = drawn_out(self._source, index.row(), index.column())
                self.viewport().update()
            return
        corner = self._corner()
        on = corner is not None and is_on(corner, place) and not event.buttons()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fill what the selection was drawn out to."""
        source, target = self._source, self._target
        if source is None:
            super().mouseReleaseEvent(event)
            return
        self._source = self._target = None
        self.viewport().update()
        if target is not None and target != source:
            self.drawn.emit(source, target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the corner of the selection over the cells, and the block it is drawn out to."""
        super().paintEvent(event)
        corner = self._corner()
        if corner is None or not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.fillRect(handle(corner), accent)
        if self._target is not None:
            top, left, bottom, right = self._target
            first, last = self.table.index(top, left), self.table.index(bottom, right)
            painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(self.visualRect(first).united(self.visualRect(last)))
        painter.end()


def _wish(event: QKeyEvent) -> str:
    """Return what a key asks of the grid, nothing where it is a letter or none of the grid's keys."""
    for standard, wish in _STANDARD.items():
        if event.matches(standard):
            return wish
    if event.modifiers() == _CONTROL:
        return _WITH_CONTROL.get(_Key(event.key()), "")
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return _PLAIN.get(_Key(event.key()), "") if plain else ""
