"""何时跌破: what breaks and heals, by whom, and under it the least change that prevents it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.forecast.breaks import Turn
from planner.forecast.words import NOTHING_BREAKS
from planner.tables.forecast_breaks import TABLE, BreakRow, break_rows
from planner.text import Text
from ui.forecast.forecasting import Forecasting
from ui.forecast.headline import NO_MONTH
from ui.forecast.leading_view import LeadingView, greyed
from ui.forecast.ways_panel import WaysPanel
from ui.plain_label import PlainLabel
from ui.settings import FORECAST_WAYS_SPLITTER, as_bytes
from ui.shell import Shell
from ui.tables.filter_bar import FilterBar
from ui.tables.hints import Hint
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable

_SEARCHED = ("scope", "rule", "why")
_CHIPS = (
    Chip("breaks", Text("只看跌破", "Breaks only"), lambda row: row.turn is Turn.BREAKS),
    Chip("county", Text("全局", "County"), lambda row: row.of.after.unit is None),
)


class BreaksPart(QWidget):
    """A row leads to the officer behind it, to all of them where there are several, or to the unit."""

    followed = Signal(object)  # BreakRow

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        super().__init__()
        self._settings, self._language, self._forecasting = shell.settings, shell.language, forecasting
        self._seen: object = None
        self.model = RecordTable(TABLE, shell.language.current, self)
        self.view = LeadingView(self.model, lambda: shell.open_document.document)
        self.bar = FilterBar(self.model, _CHIPS, _SEARCHED)
        self.bar.columns_button.hide()
        self.nothing = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.ways = WaysPanel(shell, forecasting)
        self._lay_out()
        self.view.followed.connect(self._follow)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose_day())
        self.retranslate()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("quiet")
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.ways)
        self.splitter.setSizes([230, 260])
        if state := self._settings.get(FORECAST_WAYS_SPLITTER):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(
            lambda *_: self._settings.set(FORECAST_WAYS_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        self.view.setMinimumHeight(90)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.bar, self.splitter, self.nothing):
            layout.addWidget(widget, 0 if widget is self.bar else 1)

    def show_forecast(self) -> None:
        """Show what is at hand."""
        found = self._forecasting
        self.ways.show_forecast()
        seen, self._seen = self._seen, (found.ahead, found.stale)
        if seen == self._seen:
            return
        self.model.hinting = greyed if found.stale else _hint
        self.view.viewport().update()
        if found.stale:
            return
        rows = break_rows(found.ahead) if found.ahead is not None else []
        self.model.show_rows(rows, again=True)
        for widget in (self.bar, self.splitter):
            widget.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._show_nothing()

    def _follow(self, id_: int) -> None:
        row = next((row for row in self.model.shown if row.id == id_), None)
        if row is not None and not self._forecasting.stale:
            self.followed.emit(row)

    def _choose_day(self) -> None:
        row = self.view.current_row() if self.model.shown else None
        if row is not None:
            self.ways.choose(row.date)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.model.set_palette(self.palette())
        self.model.set_language(self._language.current)
        self.bar.set_language(self._language.current)
        self._show_nothing()
        self.ways.retranslate()

    def _show_nothing(self) -> None:
        ahead = self._forecasting.ahead
        counted = ahead is None or ahead.months
        self.nothing.setText(self._language.words(NOTHING_BREAKS if counted else NO_MONTH))


def _hint(row: BreakRow, key: str) -> Hint | None:
    if key != "turn":
        return None
    return {Turn.BREAKS: Hint.GRAVE, Turn.HEALS: Hint.GOOD, Turn.LAPSES: Hint.NOTE}[row.turn]
