"""A page of the window over one table: filters, actions, the table, and why something was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from planner.document import Document
from planner.errors import InputError
from planner.tables.cells import RefusedCellsError, set_cells
from planner.text import Text
from ui.following_page import FollowingPage
from ui.forms.form_dialog import Field, FormDialog, Submit
from ui.plain_label import PlainLabel
from ui.tables.column_chooser import ColumnChooser
from ui.tables.filter_bar import FilterBar
from ui.tables.flow_layout import FlowLayout
from ui.tables.page_source import PageAction, TableSource, always
from ui.tables.record_table import Cells, RecordTable
from ui.tables.refusal_panel import RefusalPanel
from ui.tables.session import Edit, LiveLanguage, OpenDocument
from ui.tables.table_view import TableView

_ONE = Text("修改{column}", "Change {column}")
_MANY = Text("修改 {n} 个单元格", "Change {n} cells")
_COPY, _PASTE = Text("复制", "Copy"), Text("粘贴", "Paste")
_COPY_TITLES = Text("连同表头复制", "Copy with titles")
_FILL, _CLEAR = Text("向下填充", "Fill down"), Text("清除内容", "Clear")


class TablePage(FollowingPage):
    """Shows one declared table of the open document and turns what the user does into edits."""

    card_requested = Signal(int)  # person id

    def __init__(
        self,
        source: TableSource,
        open_document: OpenDocument,
        language: LiveLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.source, self.open_document, self.language = source, open_document, language
        self.model = RecordTable(source.table(open_document.document), language.current, self)
        self.model.change, self.model.hinting = self.change_cells, source.hinting
        self.model.person_of, self.model.marking = source.person_of, source.marking
        self.view = TableView(self.model, lambda: self.open_document.document)
        self.bar = FilterBar(self.model, source.chips, source.searched)
        self.refusals = RefusalPanel()
        self.empty = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.buttons: dict[str, QToolButton] = {}
        self._declared = tuple(self.actions_of_page()) + self._actions_of_cells()
        self.page_actions = {action.key: self._qt_action(action) for action in self._declared}
        self._filtered_on: date | None = None  # None: filter and sort anew
        self._lay_out()
        self._connect()
        self.set_language()
        self.refresh()

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what can be done here beside editing cells."""
        return ()

    def _lay_out(self) -> None:
        actions = QWidget()
        flow = FlowLayout(actions)
        for declared in self._declared:
            if declared.primary:
                button = QToolButton()
                button.setDefaultAction(self.page_actions[declared.key])
                self.buttons[declared.key] = button
                flow.addWidget(button)
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        if self.buttons:
            layout.addWidget(actions)
        layout.addWidget(table, 1)
        layout.addWidget(self.refusals)
        self.view.setTabKeyNavigation(True)  # as in Excel; F6 leads out
        for one, next_ in pairwise((*self.bar.in_tab_order, *self.buttons.values(), self.view)):
            self.setTabOrder(one, next_)

    def _connect(self) -> None:
        self.keep_up_with(self.open_document.changed)
        self.language.changed.connect(self.set_language)
        self.view.told.connect(lambda text: self.refusals.tell(text, self.language.current))
        self.view.columns_requested.connect(self.choose_columns)
        self.view.card_requested.connect(self._request_card)
        self.bar.columns_clicked.connect(
            lambda: self.choose_columns(
                self.bar.columns_button.mapToGlobal(self.bar.columns_button.rect().bottomLeft())
            )
        )
        self.refusals.chosen.connect(self.view.reveal)
        for view in (self.view, self.view.frozen):
            view.customContextMenuRequested.connect(
                lambda place, v=view: self.menu().popup(v.viewport().mapToGlobal(place))
            )
        self._connect_selection()
        self.model.modelReset.connect(self.fit_actions)

    def _connect_selection(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.fit_actions())

    # following the document and the language

    def take_note(self, *_: object) -> None:
        """Take note that something changed; what was refused was refused of an earlier version."""
        self.refusals.hide()
        if not self.isVisible():
            self._filtered_on = None
        super().take_note()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the table."""
        super().focusInEvent(event)
        self.view.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.set_palette(self.palette())
        super().changeEvent(event)

    def show_document(self) -> None:
        """Show the document in force; another date, or a page shown again, filters and sorts anew."""
        document, on = self.open_document.document, self.open_document.on
        again, self._filtered_on = on != self._filtered_on, on
        self.model.show_rows(
            self.source.rows(self.open_document.audit), self.source.table(document), again=again
        )
        self._stack.setCurrentWidget(self.view if self.model.rows else self.empty)
        self.fit_actions()

    def set_language(self, *_: object) -> None:
        """Show everything in the language in force."""
        language = self.language.current
        self.model.set_palette(self.palette())
        self.model.set_language(language)
        self.bar.set_language(language)
        self.empty.setText(self.source.empty.in_language(language))
        for declared in self._declared:
            self.page_actions[declared.key].setText(declared.title.in_language(language))

    # actions

    def _actions_of_cells(self) -> tuple[PageAction, ...]:
        view = self.view
        return (
            PageAction("copy", _COPY, lambda _: view.copy(), after_line=True),
            PageAction("copy_titles", _COPY_TITLES, lambda _: view.copy(titles=True)),
            PageAction("paste", _PASTE, lambda _: view.paste()),
            PageAction("fill_down", _FILL, lambda _: view.fill_down(), lambda rows: len(rows) > 1),
            PageAction("clear", _CLEAR, lambda _: view.clear_cells()),
        )

    def _qt_action(self, declared: PageAction) -> QAction:
        action = QAction(self)
        action.setObjectName(declared.key)
        if declared.shortcut:
            action.setShortcut(QKeySequence(declared.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: declared.run(self.view.selected_rows()))
        self.addAction(action)
        return action

    def fit_actions(self) -> None:
        """Enable what can be done with the selected rows."""
        rows = self.view.selected_rows()
        for declared in self._declared:
            self.page_actions[declared.key].setEnabled(declared.fits is always or declared.fits(rows))

    def menu(self) -> QMenu:
        """Return the context menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for declared in self._declared:
            if declared.after_line:
                menu.addSeparator()
            menu.addAction(self.page_actions[declared.key])
        return menu

    def choose_columns(self, place: QPoint) -> ColumnChooser:
        """Open the column chooser at a global place."""
        chooser = ColumnChooser(self.view)
        chooser.open_at(place)
        return chooser

    def card_action(self, *, primary: bool = False) -> PageAction:
        """Return what shows the officer card of the first selected person; in the menu after a line."""
        return PageAction(
            "card",
            Text("人员卡片", "Officer card"),
            lambda rows: self._request_card(rows[0].id),
            primary=primary,
            after_line=not primary,
        )

    def _request_card(self, row_id: int) -> None:
        row = next((row for row in self.model.shown if row.id == row_id), None)
        if row is not None and self.source.person_of is not None:
            self.card_requested.emit(self.source.person_of(row))

    # edits

    def change_cells(self, cells: Cells) -> bool:
        """Make the edit of some cells, or list why it cannot be made."""
        table = self.model.table
        first = table.column(next(iter(cells))[1])
        label = _ONE.format(column=first.title) if len(cells) == 1 else _MANY.format(n=len(cells))
        try:
            self.open_document.apply(
                label, lambda document: set_cells(document, table, cells, self.open_document.on)
            )
        except RefusedCellsError as refused:
            by_id = {row.id: row for row in self.model.rows}
            self.refusals.list_refusals(
                refused.refusals,
                lambda id_: self.source.row_words(by_id[id_]) if id_ in by_id else "",
                lambda key: table.column(key).title,
                self.language.current,
            )
            QTimer.singleShot(0, self.view, self._keep_current_in_sight)
            return False
        except InputError as fault:  # of the edit as a whole: within a scenario facts are left alone
            self.refusals.tell(fault.message, self.language.current)
            return False
        self.refusals.hide()
        return True

    def _keep_current_in_sight(self) -> None:
        self.view.scrollTo(self.view.currentIndex())

    def apply(self, label: Text, edit: Edit) -> bool:
        """Make an edit as one undo step; say why under the table where it cannot be made."""
        try:
            self.open_document.apply(label, edit)
        except InputError as fault:
            self.refusals.tell(fault.message, self.language.current)
            return False
        self.refusals.hide()
        return True

    def ask(
        self,
        title: Text,
        fields: Sequence[Field],
        edit: Callable[[Document, Any], Document],
        *,
        intro: Text | None = None,
    ) -> FormDialog:
        """Ask for values and make an edit with them, as one undo step named like the form."""
        submit: Submit = lambda values: self.open_document.apply(  # noqa: E731
            title, lambda document: edit(document, values)
        )
        dialog = FormDialog(
            title, fields, submit, self.open_document.document, self.language.current, self, intro=intro
        )
        dialog.open()
        return dialog
