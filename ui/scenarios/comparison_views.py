"""What a comparison is looked at as: four tables of names and figures, and two charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.comparison.figures import COUNTY_LINE
from planner.comparison.findings import Fate
from planner.comparison.options import Comparison
from planner.comparison.timeline import SHARES
from planner.policy.settings import RULES
from planner.tables.column import Table
from planner.tables.comparison import (
    ComparisonRows,
    finding_table,
    is_grave,
    line_table,
    move_table,
    officer_table,
    option_of,
)
from planner.text import Text
from ui.marks import OF_GRAVITY, Mark
from ui.part_tabs import PartTabs
from ui.plain_label import PlainLabel
from ui.scenarios.comparison_chart import ComparisonChart
from ui.shell import Shell
from ui.tables.filter_bar import FilterBar
from ui.tables.hints import Hint
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

VIEWS: Mapping[str, Text] = {
    "figures": Text("指标", "Figures"),
    "costs": Text("代价", "Cost"),
    "findings": Text("问题", "Findings"),
    "moves": Text("人员变动", "Moves"),
    "officers": Text("人员差异", "Officers"),
    "months": Text("逐月走势", "Timeline"),
    "curve": Text("取舍曲线", "Trade-off"),
}
COUNTED = ("findings", "moves", "officers")
_TABLES: Mapping[str, Callable[[Comparison], Table[Any]]] = {
    "figures": line_table,
    "costs": line_table,
    "findings": finding_table,
    "moves": move_table,
    "officers": officer_table,
}
_DIFFERS = Text("与现状不同", "Other than as it stands")
_GRAVE = Text("违规和未达标", "Violations and not met")
_PROPOSED = Text("调整建议", "Proposals")
_ON_ITS_WAY = {
    "months": Text("正在逐月预测各方案……", "Forecasting every option …"),
    "curve": Text("正在求各方案的取舍曲线……", "Working out every option's trade-off …"),
}
_ENDED = Text(
    "尚未算出;换到别的标签再回来,即重新计算。", "Not worked out; leave this tab and come back to go on."
)
_LINES = tuple((rule, ledger) for rule in SHARES for ledger in (Ledger.PRESENT, Ledger.BOOKS))


def _line_mark(row: Any, key: str) -> Mark | None:
    n = option_of(key)
    value = None if n is None else row.line.values[n]
    if value is None or value.met is None:
        return None
    return Mark.MET if value.met else Mark.NOT_MET


def _line_hint(row: Any, key: str) -> Hint | None:
    n = option_of(key)
    if n is None or row.section.key == "cost":
        return None
    better = row.line.is_better(n)
    return None if better is None else Hint.GOOD if better else Hint.GRAVE


def _finding_mark(row: Any, key: str) -> Mark | None:
    return OF_GRAVITY[row.line.gravity] if key == "gravity" else None


def _finding_hint(row: Any, key: str) -> Hint | None:
    n = option_of(key)
    fate = None if n is None else row.line.fate(n)
    return {Fate.NEW: Hint.GRAVE, Fate.GONE: Hint.GOOD}.get(fate) if fate is not None else None


def _officer_hint(row: Any, key: str) -> Hint | None:
    n = option_of(key)
    if n is None or n == 0:
        return None
    return Hint.NOTE if row.line.differs(n) else Hint.QUIET


def _differs(row: Any) -> bool:
    return any(row.line.change(n) for n in range(len(row.line.values)))


_CHIPS: Mapping[str, tuple[Chip, ...]] = {
    "figures": (Chip("differs", _DIFFERS, _differs),),
    "costs": (),
    "findings": (
        Chip("differs", _DIFFERS, lambda row: row.line.differs),
        Chip("grave", _GRAVE, is_grave),
    ),
    "moves": (Chip("proposed", _PROPOSED, lambda row: row.move.proposed),),
    "officers": (),
}
_SEARCHED = {"moves": ("name", "badge_number", "of", "from", "to"), "officers": ("name", "badge_number")}
_HINTING = {"figures": _line_hint, "costs": None, "findings": _finding_hint, "officers": _officer_hint}
_MARKING = {"figures": _line_mark, "findings": _finding_mark}


class ComparisonViews(QWidget):
    """Tabs over the views; a table is made and filled when it is first chosen."""

    view_chosen = Signal(str)
    card_requested = Signal(int)  # person id

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        self._comparison: Comparison | None = None
        self._rows: ComparisonRows | None = None
        self._filled: set[str] = set()
        self._is_working = False
        self._parts: dict[str, QWidget] = {}
        self.tabs, self.stack = PartTabs(VIEWS, shell.language), QStackedWidget()
        self.models: dict[str, RecordTable] = {}
        self.tables: dict[str, TableView] = {}
        self.bars: dict[str, FilterBar] = {}
        self.charts = {key: ComparisonChart(shell.language, shell.background) for key in ("months", "curve")}
        self.nothing = {key: PlainLabel() for key in self.charts}
        self.lines = QComboBox()
        self._lay_out()
        self.tabs.currentChanged.connect(self._choose)
        self.lines.activated.connect(lambda _: self._show_charts())
        self.retranslate()

    def _lay_out(self) -> None:
        self._parts = {key: self._chart_part(key) for key in self.charts}
        for part in self._parts.values():
            self.stack.addWidget(part)
        self._show_part()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _show_part(self) -> None:
        """Bring the part of the tab chosen into sight, made now where it is not there yet."""
        key = self.current
        if key not in self._parts:
            self._parts[key] = self._table_part(key)
            self.stack.addWidget(self._parts[key])
        self.stack.setCurrentWidget(self._parts[key])

    def _table_part(self, key: str) -> QWidget:
        opened = self._shell.open_document
        model = RecordTable(Table(key, VIEWS[key], ()), self._language.current, self)
        model.hinting, model.marking = _HINTING.get(key), _MARKING.get(key)
        view = TableView(model, lambda: opened.document)
        bar = FilterBar(model, _CHIPS[key], _SEARCHED.get(key, ("title", "where", "rule", "who")))
        bar.columns_button.hide()
        model.set_palette(self.palette())
        bar.set_language(self._language.current)
        self.models[key], self.tables[key], self.bars[key] = model, view, bar
        view.card_requested.connect(lambda id_: self._open_card(key, id_))
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(bar)
        column.addWidget(view, 1)
        return part

    def _chart_part(self, key: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if key == "months":
            column.addWidget(self.lines, 0, Qt.AlignmentFlag.AlignLeft)
        self.nothing[key].setObjectName("quiet")
        column.addWidget(self.nothing[key])
        column.addWidget(self.charts[key], 1)
        return part

    @property
    def current(self) -> str:
        """The key of the view in sight."""
        return self.tabs.chosen

    def show_view(self, key: str) -> None:
        """Bring one view into sight."""
        self.tabs.choose(key)

    def _choose(self, _: int) -> None:
        self._show_part()
        self._fill()
        self.view_chosen.emit(self.current)

    def show_comparison(self, comparison: Comparison | None, rows: ComparisonRows | None) -> None:
        """Show another comparison, or none."""
        self._comparison, self._rows = comparison, rows
        self._filled.clear()
        if comparison is None:
            self._clear()
        self._fill()
        self.tabs.show_counts({key: len(getattr(rows, key)) for key in COUNTED} if rows is not None else {})

    def _clear(self) -> None:
        for model in self.models.values():
            model.show_rows([])
        for chart in self.charts.values():
            chart.clear()

    def _fill(self) -> None:
        key = self.current
        if self._comparison is None or self._rows is None or key in self._filled:
            return
        self._filled.add(key)
        if key in self.charts:
            self._show_charts()
        else:
            self.models[key].show_rows(getattr(self._rows, key), _TABLES[key](self._comparison))

    def show_charts(self, comparison: Comparison | None) -> None:
        """Show more of the same comparison in the charts; the tables stay."""
        self._comparison = comparison
        self._show_charts()

    def _show_charts(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        rule, ledger = _LINES[max(0, self.lines.currentIndex())]
        title = COUNTY_LINE.format(rule=RULES[rule], ledger=LEDGER_NAMES[ledger])
        self.charts["months"].show_months(comparison, rule, ledger, title)
        self.charts["curve"].show_curves(comparison)
        for key, chart in self.charts.items():
            self.nothing[key].setVisible(chart.is_empty)

    def show_working(self, is_working: bool) -> None:
        """Say in the place of a chart whether it is on its way."""
        self._is_working = is_working
        for key, words in _ON_ITS_WAY.items():
            self.nothing[key].setText(self._language.words(words if is_working else _ENDED))

    def _open_card(self, key: str, id_: int) -> None:
        if key == "officers":
            self.card_requested.emit(id_)
        elif key == "moves" and self._rows is not None:
            self.card_requested.emit(self._rows.moves[id_].move.person)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language, say = self._language.current, self._language.words
        for key, model in self.models.items():
            model.set_palette(self.palette())
            model.set_language(language)
            self.bars[key].set_language(language)
        chosen = max(0, self.lines.currentIndex())
        self.lines.clear()
        for rule, ledger in _LINES:
            self.lines.addItem(say(COUNTY_LINE.format(rule=RULES[rule], ledger=LEDGER_NAMES[ledger])))
        self.lines.setCurrentIndex(chosen)
        self.show_working(self._is_working)
        self._show_charts()
