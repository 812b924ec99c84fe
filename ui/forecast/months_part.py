"""逐月: the shares of every month against the line, or their chances, over a table of the months."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from planner.forecast.words import KNOWN, SIMULATED
from planner.tables.forecast_curves import chance_bands, share_curves
from planner.tables.forecast_months import MonthRow, month_rows, month_table
from planner.text import Text
from ui.elided import ElidedLabel
from ui.forecast.forecasting import Forecasting
from ui.forecast.leading_view import LeadingView, greyed
from ui.forecast.month_chart import MonthChart
from ui.settings import FORECAST_CHART, FORECAST_SPLITTER, as_bytes
from ui.shell import Shell
from ui.tables.hints import Hint
from ui.tables.record_table import RecordTable

_CHARTS = {
    "shares": Text("占比", "Shares"),
    "chances": Text("达标概率", "Chances"),
}
_DRAWING = Text("正在模拟…", "Drawing futures…")
_NO_CHANCES = Text("没有模拟结果;按 F5 重新预测。", "Nothing was drawn; press F5 to forecast again.")
_BY_COLUMN = {"drawn_off": "secondment"}  # whose verdict a column is marked by, where not its own rule's


class MonthsPart(QWidget):
    """The chart and the table choose the same month."""

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        super().__init__()
        self._settings, self._language, self._forecasting = shell.settings, shell.language, forecasting
        self._seen: object = None
        self.chart = MonthChart(shell.language, shell.background)
        self.model = RecordTable(month_table(None), shell.language.current, self)
        self.view = LeadingView(self.model, lambda: shell.open_document.document)
        self.counted = ElidedLabel()
        self.charts = {key: QToolButton() for key in _CHARTS}
        self._group = QButtonGroup(self)
        self._lay_out()
        self.chart.tip_of = self._tip
        self.chart.month_chosen.connect(self._reveal)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.model.modelReset.connect(self._choose)
        self._group.buttonClicked.connect(lambda _: self._show_chart())
        self.retranslate()

    def _lay_out(self) -> None:
        chosen = self._settings.get(FORECAST_CHART)
        line = QHBoxLayout()
        line.setSpacing(6)
        for key, button in self.charts.items():
            button.setCheckable(True)
            button.setChecked(key == chosen)
            self._group.addButton(button)
            line.addWidget(button)
        self.counted.setObjectName("quiet")
        line.addWidget(self.counted, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("quiet")
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.chart)
        self.splitter.addWidget(self.view)
        self.splitter.setSizes([260, 240])
        if state := self._settings.get(FORECAST_SPLITTER):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(
            lambda *_: self._settings.set(FORECAST_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.splitter, 1)
        self.view.setMinimumHeight(90)

    # following the forecast

    def show_forecast(self) -> None:
        """Show what is at hand."""
        found = self._forecasting
        seen, self._seen = self._seen, (found.ahead, found.chances, found.stale)
        if seen == self._seen:
            return
        self.model.hinting = greyed if found.stale else _hint
        self.chart.fade(found.stale)
        if found.stale:
            self.view.viewport().update()
            return
        ahead = found.ahead
        rows = month_rows(ahead, found.chances) if ahead is not None else []
        self.model.show_rows(rows, month_table(ahead), again=True)
        self._show_chart()
        self._show_counted()

    def _show_chart(self) -> None:
        shares = self.charts["shares"].isChecked()
        self._settings.set(FORECAST_CHART, "shares" if shares else "chances")
        ahead = self._forecasting.ahead
        days = tuple(day.state.date for day in ahead.days) if ahead is not None else ()
        if shares and ahead is not None:
            self.chart.show_shares(days, share_curves(ahead))
        else:
            self.chart.show_bands(days, chance_bands(self._forecasting.chances or ()))
        self._show_counted()

    def _show_counted(self) -> None:
        chances, text = self._forecasting.chances, KNOWN
        if self.charts["chances"].isChecked():
            text = _DRAWING if chances is None else _NO_CHANCES
            if chances:
                text = SIMULATED.format(runs=chances[0].runs)
        self.counted.setText(self._language.words(text))
        self.counted.setToolTip(self.counted.text())

    # one month

    def _reveal(self, day: int) -> None:
        self.view.reveal(day)

    def _choose(self) -> None:
        row = self.view.current_row() if self.model.shown else None
        self.chart.choose(row.id if row is not None else None)

    def _tip(self, day: int) -> str:
        """Return what the table says of a day, a line for each column."""
        line = self.model.row_of(day)
        if line < 0:
            return ""
        row, language = self.model.shown[line], self._language.current
        cells = ((column.title, column.words(row, language)) for column in self.model.table.columns)
        return "\n".join(f"{self._language.words(title)}  {words}" for title, words in cells if words)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        for key, title in _CHARTS.items():
            self.charts[key].setText(self._language.words(title))
        self.model.set_palette(self.palette())
        self.model.set_language(self._language.current)
        self.chart.redraw()
        self._show_counted()


def _hint(row: MonthRow, key: str) -> Hint | None:
    if key == "unmet" and row.unmet:
        return Hint.GRAVE
    rule = _BY_COLUMN.get(key, key.removesuffix("_present"))
    if rule != key and rule in row.unmet:
        return Hint.GRAVE
    return Hint.WARNING if key.startswith("short_") and row.short[key.removeprefix("short_")] else None
