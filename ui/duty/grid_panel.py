"""The grid with its margins at the right and below, scrolled as one, the names always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from planner.policy.policy import Policy
from planner.tables.duty_grid import DutyGrid
from planner.text import Language
from ui.duty.grid_table import PLANNED_COLUMN, REAL_COLUMN, SHARES, CellTable, DayMargins, PersonMargins
from ui.duty.grid_view import GridView
from ui.duty.painting import HEAD_HEIGHT, MARGIN_PADDING, MarginPainter, TitleHeader, bold

_LINE, _LEAST_DAY, _MOST_DAY, _COUNT, _BESIDE_TITLE = 24, 22, 40, 36, 10  # pixels
_SPACE, _FRAME = 3, 1
_WIDEST_SHARE = "88.8%"
_Off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GridPanel(QWidget):
    """Three tables of one grid; days are all equally wide, as wide as the user makes one of them."""

    width_chosen = Signal(int)  # of a day, 0: as the window allows

    def __init__(self) -> None:
        super().__init__()
        self.cells, self.people, self.days = CellTable(self), PersonMargins(self), DayMargins(self)
        self.view = GridView(self.cells, self)
        self.right, self.below = QTableView(self), QTableView(self)
        self.day_width = 0  # as the user left it; 0: as the window allows
        self._fitting = False
        self._remember = QTimer(self, singleShot=True, interval=300)
        self._remember.timeout.connect(lambda: self.width_chosen.emit(self.day_width))
        self._set_up_right()
        self._set_up_below()
        self.view.setHorizontalScrollBarPolicy(_Off)
        self.view.setVerticalScrollBarPolicy(_Off)
        self.view.verticalHeader().setDefaultSectionSize(_LINE)
        for view in (self.view, self.right, self.below):
            view.setFrameShape(QFrame.Shape.StyledPanel)
        self._scroll_together()
        self.view.days.sectionResized.connect(self._take_width)
        self.view.days.sectionHandleDoubleClicked.connect(lambda _: self.set_day_width(0, tell=True))

    def _set_up_right(self) -> None:
        self.right.setModel(self.people)
        self.right.verticalHeader().hide()
        self.right.verticalHeader().setDefaultSectionSize(_LINE)
        self.right.setHorizontalScrollBarPolicy(_Off)
        header = self.right.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_COUNT)
        self._quieten(self.right)

    def _set_up_below(self) -> None:
        self.below.setVerticalHeader(TitleHeader(self.below))
        self.below.setModel(self.days)
        self.below.horizontalHeader().hide()
        self.below.horizontalHeader().setMinimumSectionSize(1)
        self.below.verticalHeader().setDefaultSectionSize(_LINE)
        self.below.setVerticalScrollBarPolicy(_Off)
        self._quieten(self.below)

    def _quieten(self, view: QTableView) -> None:
        """Make a margin something to look at only."""
        view.setItemDelegate(MarginPainter(view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.horizontalHeader().setHighlightSections(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setCornerButtonEnabled(False)

    def _scroll_together(self) -> None:
        pairs = (
            (self.view.verticalScrollBar(), self.right.verticalScrollBar()),
            (self.view.horizontalScrollBar(), self.below.horizontalScrollBar()),
        )
        for one, other in pairs:
            one.valueChanged.connect(other.setValue)
            other.valueChanged.connect(one.setValue)

    # what is shown

    def show_grid(self, grid: DutyGrid | None, language: Language, policy: Policy) -> None:
        """Show another version of the grid."""
        self.people.required, self.cells.codes = policy.share("field_time.required"), policy.duty_codes
        self.view.painter_.language = self.view.days.language = self.view.names.language = language
        for table in (self.cells, self.people, self.days):
            table.show_grid(grid, language)
        self.fit()

    def set_day_width(self, width: int, *, tell: bool = False) -> None:
        """Make every day this wide; 0 as the window allows."""
        self.day_width = width
        self.fit()
        if tell:
            self._remember.start()

    def _take_width(self, _: int, __: int, width: int) -> None:
        if not self._fitting and width:
            self.set_day_width(width, tell=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "below"):
            for view in (self.view, self.right, self.below):
                view.viewport().update()

    def fit(self) -> None:
        """Fit names, days and lines into the room there is."""
        if self._fitting:
            return
        self._fitting = True
        names, counts = self._names_width(), self._counts_width()
        tall = _LINE * self.cells.rowCount() + HEAD_HEIGHT + 2 * _FRAME
        bar = self.right.verticalScrollBar().sizeHint().width()
        below = _LINE * self.days.rowCount() + 2 * _FRAME
        beside = counts + 2 * _FRAME + (bar if tall + _SPACE + below > self.height() else 0)
        width = self._day_width(self.width() - names - beside - _SPACE - 2 * _FRAME)
        wide = names + width * self.cells.columnCount() + 2 * _FRAME
        left = max(0, min(wide, self.width() - beside - _SPACE))
        if wide > left:
            below += self.below.horizontalScrollBar().sizeHint().height()
        upper = max(0, min(tall, self.height() - below - _SPACE))
        if upper < tall:
            beside = counts + 2 * _FRAME + bar
            left = max(0, min(wide, self.width() - beside - _SPACE))
        self._size_headers(names, width)
        self.view.setGeometry(0, 0, left, upper)
        self.right.setGeometry(left + _SPACE, 0, beside, upper)
        self.below.setGeometry(0, upper + _SPACE, left, below)
        self._fitting = False

    def _size_headers(self, names: int, day: int) -> None:
        for view in (self.view, self.below):
            view.verticalHeader().setFixedWidth(names)
            view.horizontalHeader().setDefaultSectionSize(day)
        self.right.horizontalHeader().setFixedHeight(HEAD_HEIGHT)
        self.view.horizontalHeader().setFixedHeight(HEAD_HEIGHT)

    def _names_width(self) -> int:
        metrics, lines = self.fontMetrics(), range(self.days.rowCount())
        titles = (str(self.days.headerData(n, Qt.Orientation.Vertical)) for n in lines)
        return max((self.view.names.wanted_width(), *(metrics.horizontalAdvance(t) + 16 for t in titles)))

    def _counts_width(self) -> int:
        """Make the counts as wide as their titles need, and return how wide they are together."""
        grid = self.people.grid
        station = grid is not None and grid.is_station
        real = any(row.margin.real is not None for row in self.people.rows)
        self.right.setColumnHidden(PLANNED_COLUMN, not station)
        self.right.setColumnHidden(REAL_COLUMN, not (station and real))
        header, metrics, together = self.right.horizontalHeader(), self.fontMetrics(), 0
        share = QFontMetrics(bold(self.font())).horizontalAdvance(_WIDEST_SHARE) + 2 * MARGIN_PADDING
        for section in range(self.people.columnCount()):
            title = str(self.people.headerData(section, Qt.Orientation.Horizontal))
            least = max(_COUNT, share) if section in SHARES else _COUNT
            width = max(least, metrics.horizontalAdvance(title) + _BESIDE_TITLE)
            if not header.isSectionHidden(section):
                header.resizeSection(section, width)
                together += width
        return together

    def _day_width(self, room: int) -> int:
        fitting = room // max(1, self.cells.columnCount())
        return self.day_width or max(_LEAST_DAY, min(_MOST_DAY, fitting))
