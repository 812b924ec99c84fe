"""The list of scenarios: the county as it stands, and each scenario indented under what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from planner.tables.column import Column
from planner.tables.scenarios import CANNOT_BE_MADE, COLUMNS, TABLE, ScenarioRow
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_icon
from ui.plain_label import plain_tip
from ui.tables.clipboard import to_clipboard
from ui.tables.hints import is_dark

_CURRENT = Text("● {name}", "● {name}")
_IN_VIEW = Text("● 当前方案:各页均按此显示", "● in view: every page shows it")
_SHOWN = tuple(column for column in COLUMNS if column.key not in ("conflicts", "base"))
_LEAST_NAME = 120  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScenarioTree(QTreeWidget):
    """Shows every scenario with what is at hand of it; Enter or a double click goes into one."""

    scenario_chosen = Signal()  # another row is selected
    entered = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.rows: tuple[ScenarioRow, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._current: int | None = None
        self._tone = is_dark(self.palette())
        self.setObjectName("findings")
        self.setColumnCount(len(_SHOWN))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(40)
        self.itemSelectionChanged.connect(self.scenario_chosen)
        self.itemDoubleClicked.connect(lambda *_: self.entered.emit())

    # what is shown

    def show_rows(self, rows: Sequence[ScenarioRow], current: int | None) -> None:
        """Show the scenarios; `current` is the one in view, selected where it has just come into view."""
        before, chosen, shown = self.rows, self.chosen, self.currentItem() is not None
        entered = current is not None and current != self._current
        self.rows, self._current = tuple(rows), current
        self.blockSignals(True)
        if [(row.id, row.depth) for row in before] != [(row.id, row.depth) for row in rows]:
            self._plant(rows)
        for item, row in zip(self._items, rows, strict=True):
            self._fill(item, row)
        kept = shown and not entered and any(row.id == (chosen or 0) for row in rows)
        self.choose(chosen if kept else current or next((row.id for row in rows if row.id), None))
        self.blockSignals(False)
        self.retranslate_header()
        for at in range(1, len(_SHOWN)):
            self.resizeColumnToContents(at)
        self._fit_names()
        if self.chosen != chosen:
            self.scenario_chosen.emit()

    def _plant(self, rows: Sequence[ScenarioRow]) -> None:
        """Make an item for each row, under that of its base."""
        self.clear()
        self._items = []
        above: list[QTreeWidgetItem] = []
        for row in rows:
            del above[row.depth :]
            item = QTreeWidgetItem()
            item.setData(0, _ID, row.id)
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            self._items.append(item)
        self.expandAll()

    def _fill(self, item: QTreeWidgetItem, row: ScenarioRow) -> None:
        is_current, font = row.id == (self._current or 0), self.font()
        font.setBold(is_current)
        role = QPalette.ColorRole.Link if is_current else QPalette.ColorRole.Text
        for at, column in enumerate(_SHOWN):
            item.setText(at, self._words(column, row))
            item.setToolTip(at, plain_tip(self._tip(row)))
            item.setFont(at, font)
            if column.key != "name":
                item.setTextAlignment(at, _RIGHT)
        item.setForeground(0, self.palette().color(role))
        item.setIcon(1, mark_icon(Mark.NOT_MET, self.palette()) if row.conflicts else QIcon())

    def _words(self, column: Column[ScenarioRow], row: ScenarioRow) -> str:
        words = column.words(row, self._language.current)
        if column.key == "name" and row.id == (self._current or 0):
            return self._language.words(_CURRENT.format(name=words))
        return words

    def _tip(self, row: ScenarioRow) -> str:
        say = self._language.words
        parts = [say(row.name), row.scenario.note if row.scenario is not None else ""]
        if row.id == (self._current or 0):
            parts.append(say(_IN_VIEW))
        if row.conflicts:
            parts.append(say(CANNOT_BE_MADE.format(n=row.conflicts)))
        return "\n".join(part for part in parts if part)

    def retranslate_header(self) -> None:
        """Name the columns in the language in force."""
        self.setHeaderLabels([self._language.words(column.title) for column in _SHOWN])
        for at, column in enumerate(_SHOWN):
            side = Qt.AlignmentFlag.AlignLeft if column.key == "name" else Qt.AlignmentFlag.AlignRight
            self.headerItem().setTextAlignment(at, side | Qt.AlignmentFlag.AlignVCenter)

    # which is selected

    @property
    def chosen(self) -> int | None:
        """The scenario selected, None for the county as it stands."""
        item = self.currentItem()
        return (item.data(0, _ID) or None) if item is not None else None

    def choose(self, scenario: int | None) -> None:
        """Select a scenario, or the county as it stands."""
        for item in self._items:
            if item.data(0, _ID) == (scenario or 0):
                self.setCurrentItem(item)
                self.scrollToItem(item)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw no arrows: every branch stays open."""

    # keys, room and colours

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what room the figures leave, and never too little to read."""
        super().resizeEvent(event)
        self._fit_names()

    @property
    def wanted_width(self) -> int:
        """The room in which every column can be read."""
        others = sum(self.header().sectionSize(at) for at in range(1, len(_SHOWN)))
        return _LEAST_NAME + others + 2 * self.frameWidth()

    def _fit_names(self) -> None:
        others = sum(self.header().sectionSize(at) for at in range(1, len(_SHOWN)))
        self.header().resizeSection(0, max(_LEAST_NAME, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the scenario selected on Enter, and copy the list."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(to_clipboard(TABLE.texts(self.rows, self._language.current)))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tone"):
            tone, self._tone = self._tone, is_dark(self.palette())
            if tone != self._tone:
                self.show_rows(self.rows, self._current)
        super().changeEvent(event)
