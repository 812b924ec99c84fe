"""One value for one column of every selected row, as one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from planner.document import Document
from planner.text import Text
from ui.plain_label import PlainLabel
from ui.tables.cell_delegate import editor_for
from ui.tables.table_view import TableView

TITLE = Text("批量修改", "Change all selected")
_INTRO = Text("对所选 {n} 行:", "For the {n} selected rows:")
_COLUMN, _VALUE = Text("列", "Column"), Text("改为", "Becomes")
_HINT = Text("空白即清除。", "Blank clears.")
_OK, _CANCEL = Text("确定", "OK"), Text("取消", "Cancel")


class BulkDialog(QDialog):
    """Chooses a column and gives all selected rows the same words in it."""

    def __init__(self, view: TableView, document: Callable[[], Document], parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._document = view, document
        self._model, language = view.records, view.records.language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE.in_language(language))
        self.column = QComboBox()
        self.column.setMaxVisibleItems(24)
        for column in self._model.table.columns:
            if column.editable:
                self.column.addItem(column.title.in_language(language), column.key)
        self.form = QFormLayout(self)
        self.form.addRow(PlainLabel(_INTRO.format(n=len(view.block().lines)).in_language(language)))
        self.form.addRow(_COLUMN.in_language(language), self.column)
        self.value: QLineEdit | QComboBox = QLineEdit()
        self.form.addRow(_VALUE.in_language(language), self.value)
        self.form.addRow("", PlainLabel(_HINT.in_language(language)))
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self.buttons.button(box.Ok).setText(_OK.in_language(language))
        self.buttons.button(box.Cancel).setText(_CANCEL.in_language(language))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.form.addRow(self.buttons)
        self.column.currentIndexChanged.connect(lambda _: self._fit_editor())
        self._choose_current()
        self._fit_editor()
        self.resize(380, self.sizeHint().height())

    def _choose_current(self) -> None:
        section = self._view.currentIndex().column()
        if section >= 0:
            self.column.setCurrentIndex(max(0, self.column.findData(self._model.column_at(section).key)))

    def _fit_editor(self) -> None:
        column = self._model.table.column(self.column.currentData())
        editor = editor_for(column, self._model.language, self._document(), self)
        self.form.replaceWidget(self.value, editor)
        self.value.deleteLater()
        self.value = editor

    def accept(self) -> None:
        """Make the edit; what cannot be is listed under the table."""
        words = self.value.currentText() if isinstance(self.value, QComboBox) else self.value.text()
        super().accept()
        self._view.fill_with(words, self.column.currentData())
