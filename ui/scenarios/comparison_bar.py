"""Over a comparison: which scenarios stand in it, on which date, and the way to its paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from planner.scenarios.applying import chain_of, in_order
from planner.scenarios.records import Scenario
from planner.text import Text
from ui.language import LanguageSwitch
from ui.tables.checklist import Checklist
from ui.tables.flow_layout import FlowLayout

_CHOSEN = Text("比较的方案 {n}/{all} ▾", "Scenarios {n}/{all} ▾")
_CHOSEN_TIP = Text("勾选要与现状并列比较的方案(空格键勾选)", "Tick the scenarios to compare (space ticks)")
_ALL = Text("全选或全不选", "All or none")
_ON = Text("比较的日期", "the date to compare on")
_PRINT = Text("打印…", "Print…")
_PRINT_TIP = Text("预览供会议用的方案比较,可存为 PDF 或 Excel", "Preview the paper; save as PDF or Excel")
AFTER = Text("变动全部生效后", "After the last change")
_DAYS = {
    "window": Text("统计日期", "As of the window"),
    "after": AFTER,
    "year": Text("一年后", "A year on"),
    "other": Text("其他日期", "Another date"),
}
_LIST = QSize(260, 220)


class ComparisonBar(QWidget):
    """Remembers which scenarios are left out; a new one is compared at once."""

    changed = Signal()  # other scenarios, or another date
    print_clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._scenarios: Mapping[int, Scenario] = {}
        self._left_out: set[int] = set()
        self._window_day = date.min
        self._own_day: date | None = None  # chosen in the place of the window's
        self.button, self.list, self.all_button = QToolButton(), QListView(), QPushButton()
        self.days, self.field = QComboBox(), QDateEdit()
        self.print_button = QPushButton()
        self.checks = Checklist((), None, self)
        self._lay_out()
        self.all_button.clicked.connect(self._tick_all)
        self.days.activated.connect(lambda _: self._take_day(self.days.currentData()))
        self.field.dateChanged.connect(lambda day: self._set_day(date(day.year(), day.month(), day.day())))
        self.print_button.clicked.connect(self.print_clicked)
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        column.addWidget(self.all_button)
        self.list.setMinimumSize(_LIST)
        menu, action = QMenu(self.button), QWidgetAction(self.button)
        action.setDefaultWidget(inside)
        menu.addAction(action)
        menu.aboutToShow.connect(self.list.setFocus)
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("yyyy-MM-dd")
        self.field.setKeyboardTracking(False)
        flow = FlowLayout(self)
        for widget in (self.button, self.days, self.field, self.print_button):
            flow.addWidget(widget)

    # what is chosen

    @property
    def chosen(self) -> tuple[Scenario, ...]:
        """The scenarios to compare, in their order."""
        return tuple(s for id_, s in self._scenarios.items() if id_ not in self._left_out)

    @property
    def day(self) -> date:
        """The date to compare on."""
        return self._own_day or self._window_day

    def show_scenarios(self, scenarios: Mapping[int, Scenario], window_day: date) -> None:
        """Offer other scenarios, and follow the date of the window unless another one was chosen."""
        self._window_day = window_day
        if scenarios is not self._scenarios:
            self._offer(scenarios)
        self._show()

    def _offer(self, scenarios: Mapping[int, Scenario]) -> None:
        self._scenarios = scenarios
        self._left_out &= scenarios.keys()
        pairs = [(str(id_), s.name) for id_, s in scenarios.items()]
        self.checks.deleteLater()
        self.checks = Checklist(pairs, [str(s.id) for s in self.chosen], self)
        self.checks.dataChanged.connect(self._ticked)
        self.list.setModel(self.checks)

    def _ticked(self) -> None:
        ticked = self.checks.ticked
        self._left_out = (
            set() if ticked is None else {id_ for id_ in self._scenarios if str(id_) not in ticked}
        )
        self._show()
        self.changed.emit()

    def _tick_all(self) -> None:
        self.checks.tick_all(not self.checks.all_listed_ticked)

    def _suggested(self) -> dict[str, date]:
        """Return the dates worth comparing on."""
        on = self._window_day
        last = [
            change.date
            for scenario in self.chosen
            for one in chain_of(self._scenarios, scenario.id)
            for change in in_order(one)
        ]
        return {"window": on, "after": max([on, *last]), "year": on + timedelta(days=365)}

    def show_after(self) -> None:
        """Compare on the day from which every change holds."""
        self._take_day("after")

    def _take_day(self, key: str) -> None:
        if key == "other":
            self.field.setFocus()
        else:
            self._set_day(self._suggested()[key])

    def _set_day(self, day: date) -> None:
        if day != self.day:
            self._own_day = None if day == self._window_day else day
            self._show()
            self.changed.emit()

    # look

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.all_button.setText(say(_ALL))
        self.button.setToolTip(say(_CHOSEN_TIP))
        for field in (self.days, self.field):
            field.setAccessibleName(say(_ON))
            field.setToolTip(say(_ON))
        self.print_button.setText(say(_PRINT))
        self.print_button.setToolTip(say(_PRINT_TIP))
        self._show()

    def _show(self) -> None:
        say, suggested = self._language.words, self._suggested()
        self.button.setText(say(_CHOSEN.format(n=len(self.chosen), all=len(self._scenarios))))
        self.days.clear()
        for key, words in _DAYS.items():
            self.days.addItem(say(words), key)
        found = next((key for key, day in suggested.items() if day == self.day), "other")
        self.days.setCurrentIndex(list(_DAYS).index(found))
        self.field.blockSignals(True)
        self.field.setDate(QDate(self.day.year, self.day.month, self.day.day))
        self.field.blockSignals(False)
