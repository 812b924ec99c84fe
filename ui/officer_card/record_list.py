"""The records of one person of one kind, as a small table that is edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.document import Document
from planner.tables.column import Table
from planner.text import Language, Text
from ui.plain_label import PlainLabel
from ui.tables.flow_layout import FlowLayout
from ui.tables.record_table import Cells, RecordTable
from ui.tables.table_view import TableView

_NONE = Text("无", "none")


class RecordList(QWidget):
    """A titled table without the columns that would repeat the person."""

    def __init__(
        self,
        table: Table[Any],
        document: Callable[[], Document],
        change: Callable[[Table[Any], Cells], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        repeated = ("name", "badge_number", "home", "from_unit_now")
        columns = tuple(column for column in table.columns if column.key not in repeated)
        self.table: Table[Any] = Table(f"card_{table.key}", table.title, columns, table.apply)
        self.model = RecordTable(self.table, parent=self)
        if table.apply is not None:
            self.model.change = lambda cells: change(self.table, cells)
        self.view = TableView(self.model, document)
        self.view.verticalHeader().hide()
        self.title = PlainLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.bar = QWidget()
        self.button_line = FlowLayout(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.title)
        layout.addWidget(self.view)
        layout.addWidget(self.bar)

    def show_rows(self, rows: Sequence[Any], language: Language) -> None:
        """Show the records of a person."""
        self.model.set_palette(self.palette())
        self.model.set_language(language)
        self.model.show_rows(rows, again=True)
        words = self.table.title.in_language(language)
        self.title.setText(f"{words}  {len(rows) or _NONE.in_language(language)}")
        self.view.setVisible(bool(rows))
        lines = min(len(rows), 5)
        height = self.view.verticalHeader().defaultSectionSize() * lines
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(height + header + self.view.horizontalScrollBar().sizeHint().height() + 4)
