"""A table of the import page under a sentence, its cells with marks that differ in shape and colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.document import Document
from planner.tables.column import Table
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_icon
from ui.plain_label import PlainLabel
from ui.tables.filter_bar import FilterBar
from ui.tables.hints import Hinting
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

Marking = Callable[[Any, str], Mark | None]  # of a row and a column key
Index = QModelIndex | QPersistentModelIndex


class MarkedTable(RecordTable):
    """A RecordTable whose cells may carry a mark before their words."""

    marking: Marking | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the mark of a cell, or whatever else there is to say of it."""
        if role == Qt.ItemDataRole.DecorationRole and self.marking is not None and index.isValid():
            mark = self.marking(self.shown[index.row()], self.column_at(index.column()).key)
            return mark_icon(mark, self._palette) if mark else None
        return super().data(index, role)


class Listing(QWidget):
    """A searched, sorted and copied table under a sentence that sums it up."""

    def __init__(
        self,
        table: Table[Any],
        language: LanguageSwitch,
        searched: tuple[str, ...],
        empty: Text,
        *,
        marking: Marking | None = None,
        hinting: Hinting | None = None,
        stretched: bool = False,
    ) -> None:
        super().__init__()
        self._with_bar = bool(searched)
        self._language, self._empty, self._summary = language, empty, Text("", "")
        self.model = MarkedTable(table, language.current, self)
        self.model.marking, self.model.hinting = marking, hinting
        self.view = TableView(self.model, Document)
        self.view.verticalHeader().hide()
        self.view.setTabKeyNavigation(False)  # Tab leads on to the buttons
        self.view.horizontalHeader().setStretchLastSection(stretched)
        self.bar = FilterBar(self.model, (), searched)
        self.bar.columns_button.hide()
        self.summary = PlainLabel(wordWrap=True)
        self.nothing = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setObjectName("quiet")
        self._lay_out()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.bar)
        layout.addWidget(table, 1)

    def show_rows(self, rows: Sequence[Any], summary: Text, table: Table[Any] | None = None) -> None:
        """Show rows under a sentence; places, sorting and filters are kept."""
        self._summary = summary
        self.model.show_rows(rows, table)
        self._stack.setCurrentWidget(self.view if rows else self.nothing)
        self.bar.setVisible(bool(rows) and self._with_bar)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        language = self._language
        self.model.set_palette(self.palette())
        if self.model.language != language.current:
            self.model.set_language(language.current)
        self.bar.set_language(language.current)
        self.bar.columns_button.hide()
        self.summary.setText(language.words(self._summary))
        self.summary.setVisible(bool(self._summary.zh))
        self.nothing.setText(language.words(self._empty))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.set_palette(self.palette())
        super().changeEvent(event)
