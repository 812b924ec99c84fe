"""Cells that look like, and open as, a list to choose from."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.tables.cell_delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex
_CHEVRON = 18  # pixels at the end of the cell


class _OpenList(QComboBox):
    """A list that is left as soon as it closes, with or without a choice."""

    left = Signal()  # nothing was chosen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen = False

    def hidePopup(self) -> None:
        """Close, and say so once it is clear that nothing was chosen."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        if not self.chosen:
            self.left.emit()


class ChoiceDelegate(CellDelegate):
    """Paints a cell as a closed list, and opens the list where the cell is edited."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words in the frame of a list."""
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(1.5, 1.5, -2.5, -2.5)
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        x, y = frame.right() - _CHEVRON / 2, frame.center().y()
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.PlaceholderText), 1.5))
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep the words clear of the sign at the end."""
        super().initStyleOption(option, index)
        option.text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, option.rect.width() - _CHEVRON - 10
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the list, which opens by itself."""
        from ui.tables.record_table import RecordTable

        model = index.model()
        assert isinstance(model, RecordTable)
        box = _OpenList(parent)
        box.setMaxVisibleItems(20)
        offered = model.column_at(index.column()).choices
        assert offered is not None
        box.addItems([each.words.in_language(model.language) for each in offered(self._document())])
        box.insertSeparator(1)
        box.activated.connect(lambda _: self._finish(box))
        box.left.connect(lambda: self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _finish(self, box: _OpenList) -> None:
        box.chosen = True
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the words of the cell as chosen."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findText(str(index.data(Qt.ItemDataRole.EditRole) or "")))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the chosen words to the table."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
