"""The one table view: sorted, filtered, copied, pasted and edited like a sheet of Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.document import Document
from planner.errors import InputError
from ui.tables.blocks import Block, filled_down, filled_with, pasted, texts
from ui.tables.cell_delegate import CellDelegate
from ui.tables.clipboard import from_clipboard, to_clipboard
from ui.tables.column_layout import apply_layout, layout_words, remember, remembered
from ui.tables.filter_header import FilterHeader
from ui.tables.filter_menu import FilterMenu
from ui.tables.frozen_column import FrozenColumn
from ui.tables.people_drag import drag_people
from ui.tables.ranges import Kept, keep, restore
from ui.tables.record_table import RecordTable

_Flag = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView):
    """Shows a RecordTable; every change goes through the table's `change`, one edit each."""

    card_requested = Signal(int)  # row id
    told = Signal(object)  # Text: why nothing was done
    columns_requested = Signal(QPoint)  # global place for the column chooser

    def __init__(self, model: RecordTable, document: Callable[[], Document], parent: QWidget | None = None):
        super().__init__(parent)
        self.records = model
        self._kept: Kept | None = None
        self._kept_scroll = (0, 0)
        self._kept_layout: tuple[tuple[str, ...], str] = ((), "")
        self._set_up()
        self.frozen = FrozenColumn(self)
        self.setModel(model)
        for view in (self, self.frozen):
            delegate = CellDelegate(document, view)
            delegate.entered.connect(self._step)
            view.setItemDelegate(delegate)
            header = view.horizontalHeader()
            assert isinstance(header, FilterHeader)
            header.filter_requested.connect(self.open_filter)
            header.sectionClicked.connect(self._sort_clicked)
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(
                lambda place, h=header: self.columns_requested.emit(h.viewport().mapToGlobal(place))
            )
        self.frozen.attach(model)
        self.restore_layout()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.narrowed.connect(self._show_filters)
        self._save_soon = QTimer(self, singleShot=True, interval=400)
        self._save_soon.timeout.connect(self.save_layout)
        for changed in (self.filter_header.sectionResized, self.filter_header.sectionMoved):
            changed.connect(lambda *_: self._save_soon.start())
        self.filter_header.sectionMoved.connect(self._keep_first_in_place)

    def _set_up(self) -> None:
        self.setHorizontalHeader(FilterHeader(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 5)
        self.verticalHeader().setHighlightSections(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(True)

    @property
    def filter_header(self) -> FilterHeader:
        """The header with the filter buttons."""
        header = self.horizontalHeader()
        assert isinstance(header, FilterHeader)
        return header

    # what is selected

    def block(self) -> Block:
        """Return the selected lines and sections, hidden columns left out, in the order they are seen."""
        lines: set[int] = set()
        sections: set[int] = set()
        for part in self.selectionModel().selection().toList():
            lines.update(range(part.top(), part.bottom() + 1))
            sections.update(range(part.left(), part.right() + 1))
        return Block(tuple(sorted(lines)), tuple(s for s in self.visible_sections() if s in sections))

    def visible_sections(self) -> list[int]:
        """Return the sections in view, in the order they are seen."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return [section for section in order if not self.isColumnHidden(section)]

    def selected_rows(self) -> list[Any]:
        """Return the rows with a selected cell, in the order they are seen."""
        shown = self.records.shown
        return [shown[line] for line in self.block().lines if line < len(shown)]

    def current_row(self) -> Any | None:
        """Return the row of the current cell."""
        index = self.currentIndex()
        return self.records.shown[index.row()] if index.isValid() else None

    def reveal(self, id_: int, key: str | None = None) -> bool:
        """Make a row current and show it; filters that hide it are cleared. False if there is none."""
        if self.records.row_of(id_) < 0 and any(row.id == id_ for row in self.records.rows):
            self.records.set_filters(type(self.records.filters)(searched=self.records.filters.searched))
        line = self.records.row_of(id_)
        if line < 0:
            return False
        section = self.records.section_of(key) if key else self.visible_sections()[0]
        index = self.records.index(line, max(section, 0))
        # Said outright: by itself Qt would add to what is selected while Shift or Ctrl is held down.
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def select_rows(self, ids: set[int]) -> None:
        """Select whole rows by their ids."""
        last = self.records.columnCount() - 1
        ranges = tuple(((id_,), 0, last) for id_ in ids)
        restore(self.records, self.selectionModel(), Kept(ranges, None))

    # the clipboard and changes of many cells

    def copy(self, titles: bool = False) -> None:
        """Put the selected block on the clipboard, as Excel reads it."""
        block = self.block()
        if not block.is_empty:
            QGuiApplication.clipboard().setText(to_clipboard(texts(self.records, block, titles=titles)))

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Paste what Excel put on the clipboard: all of it as one edit, or none."""
        block, words = self.block(), QGuiApplication.clipboard().text()
        if block.is_empty or not words:
            return
        try:
            self._change(pasted(self.records, block, self.visible_sections(), from_clipboard(words)))
        except InputError as fault:
            self.told.emit(fault.message)

    def fill_down(self) -> None:
        """Copy the first selected line into the selected lines below."""
        block = self.block()
        if not block.is_empty:
            self._change(filled_down(self.records, block))

    def clear_cells(self) -> None:
        """Empty the selected cells that can be edited."""
        block = self.block()
        if not block.is_empty:
            self._change(filled_with(self.records, block, ""))

    def fill_with(self, words: str, key: str) -> None:
        """Give one column of every selected row the same words."""
        block = Block(self.block().lines, (self.records.section_of(key),))
        self._change(filled_with(self.records, block, words))

    def _change(self, cells: dict[tuple[int, str], str]) -> None:
        if cells and self.records.change is not None:
            self.records.change(cells)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of Excel; the rest moves and edits as usual."""
        if self._standard_key(event) or self._other_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _standard_key(self, event: QKeyEvent) -> bool:
        for standard, action in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(standard):
                action()
                return True
        return False

    def _other_key(self, event: QKeyEvent) -> bool:
        key, with_ = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift, alt = (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.AltModifier,
        )
        if with_ == control and key == Qt.Key.Key_D:
            self.fill_down()
        elif with_ == control | shift and key == Qt.Key.Key_C:
            self.copy(titles=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not with_:
            self.clear_cells()
        elif key in _ENTER and with_ == alt:
            self._request_card()
        elif key in _ENTER and with_ in (Qt.KeyboardModifier.NoModifier, shift):
            self._step(-1 if with_ == shift else 1)
        elif key == Qt.Key.Key_Down and with_ == alt:
            self.filter_header.request_filter(max(self.currentIndex().column(), 0))
        elif key == Qt.Key.Key_Space and with_ == shift:
            self._select_whole(_Flag.Rows)
        elif key == Qt.Key.Key_Space and with_ == control:
            self._select_whole(_Flag.Columns)
        else:
            return False
        return True

    def _request_card(self) -> None:
        row = self.current_row()
        if row is not None:
            self.card_requested.emit(row.id)

    def _step(self, lines: int) -> None:
        now = self.currentIndex()
        then = self.records.index(now.row() + lines, now.column())
        if then.isValid():
            self.setCurrentIndex(then)

    def _select_whole(self, what: QItemSelectionModel.SelectionFlag) -> None:
        selected = self.selectionModel().selection()
        self.selectionModel().select(selected, _Flag.Select | what)

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger | None = None,
        event: Any = None,
    ) -> bool | None:
        """Open the editor of a cell, in the frozen column where that lies over it."""
        frozen = index.column() == 0 and self.frozen.isVisible()
        view: QTableView = self.frozen if frozen else self
        if trigger is None:
            QTableView.edit(view, index)
            return None
        return QTableView.edit(view, index, trigger, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a range as in Excel, unless people are taken hold of."""
        self.setDragEnabled(self.takes_hold(self.indexAt(event.position().toPoint())))
        super().mousePressEvent(event)

    def takes_hold(self, index: QModelIndex) -> bool:
        """Return whether pressing here drags people: on a selected name, or on rows selected whole."""
        selection = self.selectionModel()
        if not index.isValid() or not selection.isSelected(index) or self.records.person_of is None:
            return False
        return index.column() == 0 or selection.isRowSelected(index.row())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Let the people of the selected rows be dragged onto a unit."""
        if self.records.person_of is not None:
            people = [self.records.person_of(row) for row in self.selected_rows()]
            drag_people(self, people, self.records.language)

    # sorting, filters, layout

    def _sort_clicked(self, section: int) -> None:
        key = self.records.column_at(section).key
        match self.records.sorted_by:
            case (k, False) if k == key:
                self.records.sort_by(key, True)
            case (k, True) if k == key:
                self.records.sort_by(None)
            case _:
                self.records.sort_by(key)

    def open_filter(self, section: int, place: QPoint) -> FilterMenu:
        """Open the menu of a column at a global place."""
        menu = FilterMenu(self.records, self.records.column_at(section), self)
        menu.chosen.connect(lambda key, f: self.records.set_filters(self.records.filters.with_column(key, f)))
        menu.sorting.connect(self.records.sort_by)
        menu.open_at(place)
        return menu

    def _show_filters(self) -> None:
        filtered = {self.records.section_of(key) for key in self.records.filters.columns}
        sorted_by = self.records.sorted_by
        for header in (self.filter_header, self.frozen.filter_header):
            header.set_filtered(filtered)
            section = self.records.section_of(sorted_by[0]) if sorted_by else -1
            header.set_sorted(section, bool(sorted_by and sorted_by[1]))

    def restore_layout(self) -> None:
        """Show the columns as they were left, else as declared."""
        apply_layout(self.records, self.filter_header, remembered(self.records.table.key))
        self._keep_first_in_place()
        self.frozen.refresh()

    def save_layout(self) -> None:
        """Remember widths, order and hidden columns."""
        remember(self.records.table.key, layout_words(self.records, self.filter_header))

    def show_column(self, section: int, shown: bool) -> None:
        """Show or hide a column."""
        self.setColumnHidden(section, not shown)
        self.frozen.place()
        self._save_soon.start()

    def reset_layout(self) -> None:
        """Show the columns as declared."""
        self._save_soon.stop()
        remember(self.records.table.key, None)
        header = self.filter_header
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        self.restore_layout()

    def _keep_first_in_place(self, *_: int) -> None:
        header = self.filter_header
        if header.visualIndex(0) > 0:
            header.moveSection(header.visualIndex(0), 0)

    # what outlives a change of the rows

    def _keep(self) -> None:
        self._kept = keep(self.records, self.selectionModel())
        self._kept_scroll = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._kept_layout = (self._keys(), layout_words(self.records, self.filter_header))

    def _restore(self) -> None:
        keys, layout = self._kept_layout
        if keys != self._keys():
            saved = layout if keys else remembered(self.records.table.key)  # until now it had no columns
            apply_layout(self.records, self.filter_header, saved)
        self.frozen.refresh()
        if self._kept is not None:
            restore(self.records, self.selectionModel(), self._kept)
            self.horizontalScrollBar().setValue(self._kept_scroll[0])
            self.verticalScrollBar().setValue(self._kept_scroll[1])
        self._kept = None

    def _keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.records.table.columns)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll to a cell, out from under the frozen column."""
        super().scrollTo(index, hint)
        if index.column() > 0 and self.frozen.isVisible():
            hidden = self.frozen.width() - self.visualRect(index).left()
            if hidden > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - hidden)
