"""The bar over a table: search, quick filters with their counts, and how much of the table is in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from planner.text import Language, Text
from ui.plain_label import PlainLabel
from ui.tables.filtering import Condition
from ui.tables.flow_layout import FlowLayout
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable

_SEARCH = Text("搜索…", "Search…")
_ALL = Text("共 {n} 行", "{n} rows")
_SOME = Text("显示 {shown} / {n} 行", "{shown} of {n} rows")
_STALE = Text("重新筛选({n} 行已变)", "Filter again ({n} changed)")
_CLEAR = Text("清除筛选", "Clear filters")
_COLUMNS = Text("列", "Columns")


class FilterBar(QWidget):
    """Narrows a RecordTable down by a search and by chips that may be combined."""

    columns_clicked = Signal()

    def __init__(self, model: RecordTable, chips: Sequence[Chip], searched: tuple[str, ...]) -> None:
        super().__init__()
        self._model, self._declared, self._searched = model, tuple(chips), searched
        self._scope: tuple[Text, Condition] | None = None
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(240)
        self.scope_button = QToolButton()
        self.scope_button.clicked.connect(self.leave_scope)
        self.scope_button.hide()
        self.chips = {chip.key: QToolButton() for chip in chips}
        self.count = PlainLabel()
        self.stale_button, self.clear_button, self.columns_button = (QToolButton() for _ in range(3))
        self._lay_out()
        self._counted: Sequence[object] | None = None
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self.count_chips)
        self._search_soon = QTimer(self, singleShot=True, interval=150)
        self._search_soon.timeout.connect(self.apply)
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.search.returnPressed.connect(self.apply)
        self.stale_button.clicked.connect(model.arrange)
        self.clear_button.clicked.connect(self.clear)
        self.columns_button.clicked.connect(self.columns_clicked)
        model.narrowed.connect(self.refresh)

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(self.search)
        flow.addWidget(self.scope_button)
        for button in self.chips.values():
            button.setCheckable(True)
            button.toggled.connect(lambda _: self.apply())
            flow.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(chips, 1)
        for widget in (self.stale_button, self.clear_button, self.count, self.columns_button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.count.setMinimumHeight(self.columns_button.sizeHint().height())

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, from the left."""
        last = (self.stale_button, self.clear_button, self.columns_button)
        return (self.search, self.scope_button, *self.chips.values(), *last)

    def apply(self) -> None:
        """Narrow the table down as searched and chosen."""
        self._search_soon.stop()
        chosen = [c.condition for c in self._declared if self.chips[c.key].isChecked()]
        if self._scope is not None:
            chosen.append(self._scope[1])
        condition = (lambda row: all(holds(row) for holds in chosen)) if chosen else None
        self._model.set_filters(
            replace(
                self._model.filters,
                search=self.search.text(),
                searched=self._searched,
                condition=condition,
            )
        )

    def enter_scope(self, words: Text, condition: Condition) -> None:
        """Narrow the table down to a part of the county, until the user leaves it."""
        self._scope = (words, condition)
        self.apply()

    def leave_scope(self) -> None:
        """Show the whole county again."""
        self._scope = None
        self.apply()

    def clear(self) -> None:
        """Show every row."""
        self._scope = None
        for box in (self.search, *self.chips.values()):
            box.blockSignals(True)
        self.search.clear()
        for button in self.chips.values():
            button.setChecked(False)
        for box in (self.search, *self.chips.values()):
            box.blockSignals(False)
        self._model.set_filters(replace(self._model.filters, columns={}))
        self.apply()

    def choose(self, key: str, on: bool = True) -> None:
        """Set a chip."""
        self.chips[key].setChecked(on)

    def refresh(self) -> None:
        """Say how much is in view, and how many rows each chip stands for."""
        model, language = self._model, self._model.language
        shown, n = len(model.shown), len(model.rows)
        words = _ALL.format(n=n) if shown == n else _SOME.format(shown=shown, n=n)
        self.count.setText(words.in_language(language))
        self.stale_button.setText(_STALE.format(n=model.stale).in_language(language))
        self.stale_button.setVisible(model.stale > 0)
        self.clear_button.setVisible(not model.filters.is_empty)
        if self._counted is not model.rows:
            self._count_soon.start()
        if self._scope is not None:
            self.scope_button.setText(f"{self._scope[0].in_language(language)} ✕")
        self.scope_button.setVisible(self._scope is not None)

    def count_chips(self) -> None:
        """Say how many rows each chip stands for; after the table is painted, for it takes a moment."""
        self._count_soon.stop()
        language = self._model.language
        self._counted = rows = self._model.rows
        for chip in self._declared:
            number = sum(map(chip.condition, rows))
            words = chip.title.in_language(language)
            self.chips[chip.key].setText(f"{words[:1].upper()}{words[1:]} {number}")

    def set_language(self, language: Language) -> None:
        """Show the bar in another language."""
        self.search.setPlaceholderText(_SEARCH.in_language(language))
        self.clear_button.setText(_CLEAR.in_language(language))
        self.columns_button.setText(_COLUMNS.in_language(language) + " ▾")
        self.count_chips()
        self.refresh()
