"""The first column, usually a name, that stays in sight while the table scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.tables.filter_header import FilterHeader

if TYPE_CHECKING:
    from ui.tables.table_view import TableView


class FrozenColumn(QTableView):
    """A second view of the first column, laid over the table's left edge."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusProxy(table)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalHeader(FilterHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(table.editTriggers())
        self.setWordWrap(False)
        self.setAlternatingRowColors(table.alternatingRowColors())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setObjectName("frozenColumn")
        self._edge = QFrame(table)
        self._edge.setFrameShape(QFrame.Shape.VLine)
        self._edge.setFrameShadow(QFrame.Shadow.Plain)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.place())
        table.horizontalHeader().sectionResized.connect(self._follow_width)
        self.horizontalHeader().sectionResized.connect(self._lead_width)
        for watched in (table.viewport(), table.horizontalHeader()):
            watched.installEventFilter(self)

    @property
    def filter_header(self) -> FilterHeader:
        """The header of the frozen column."""
        header = self.horizontalHeader()
        assert isinstance(header, FilterHeader)
        return header

    def attach(self, model: QAbstractItemModel) -> None:
        """Show the first column of a model, selected together with the table."""
        self.setModel(model)
        self.setSelectionModel(self._table.selectionModel())
        self.refresh()

    def refresh(self) -> None:
        """Hide every column but the first, and take its width and the height of the lines."""
        for section in range(1, self._table.model().columnCount()):
            self.setColumnHidden(section, True)
        self.verticalHeader().setDefaultSectionSize(self._table.verticalHeader().defaultSectionSize())
        self.setColumnWidth(0, self._table.columnWidth(0))
        self.place()

    def place(self) -> None:
        """Lie exactly over the table's own first column."""
        table = self._table
        width = table.columnWidth(0)
        top = table.frameWidth()
        left = table.viewport().x()  # the header of the rows gets its width later than the viewport
        height = table.viewport().height() + table.horizontalHeader().height()
        self.setGeometry(left, top, width, height)
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self._edge.setGeometry(left + width - 1, top, 2, height)
        self._edge.setVisible(table.horizontalScrollBar().value() > 0)
        self._edge.raise_()
        self.setVisible(not table.isColumnHidden(0) and width < table.viewport().width() // 2)

    def _follow_width(self, section: int, _: int, width: int) -> None:
        if section == 0 and width and self.columnWidth(0) != width:
            self.setColumnWidth(0, width)
        self.place()

    def _lead_width(self, section: int, _: int, width: int) -> None:
        if section == 0 and width and self._table.columnWidth(0) != width:
            self._table.setColumnWidth(0, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table when it is resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select names, unless the people are taken hold of."""
        self.setDragEnabled(self._table.takes_hold(self.indexAt(event.position().toPoint())))
        super().mousePressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag what the table would drag."""
        self._table.startDrag(actions)
