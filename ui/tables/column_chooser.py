"""The popup in which columns are shown and hidden."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QVBoxLayout

from planner.text import Text
from ui.tables.checklist import Checklist
from ui.tables.table_view import TableView

_RESET = Text("恢复默认列", "Default columns")


class ColumnChooser(QFrame):
    """Lists every column with a tick; the first one always stays."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = view
        model = view.records
        values = [(c.key, c.title.in_language(model.language)) for c in model.table.columns[1:]]
        shown = [c.key for i, c in enumerate(model.table.columns) if i and not view.isColumnHidden(i)]
        self.checklist = Checklist(values, shown, self)
        self.checklist.dataChanged.connect(self._apply)
        columns = QListView()
        columns.setUniformItemSizes(True)
        columns.setModel(self.checklist)
        self.reset_button = QPushButton(_RESET.in_language(model.language))
        self.reset_button.clicked.connect(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(columns)
        layout.addWidget(self.reset_button)
        self.resize(240, 420)

    def _apply(self) -> None:
        ticked = self.checklist.ticked
        for section, column in enumerate(self._view.records.table.columns):
            wanted = section == 0 or ticked is None or column.key in ticked
            if wanted == self._view.isColumnHidden(section):
                self._view.show_column(section, wanted)

    def _reset(self) -> None:
        self._view.reset_layout()
        self.close()

    def open_at(self, place: QPoint) -> None:
        """Show the popup at a global place, inside the screen."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
