"""The parts of the Forecast page: each stands under its tab, in one place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from planner.text import Text
from ui.forecast.breaks_part import BreaksPart
from ui.forecast.coming_part import ComingPart
from ui.forecast.forecasting import Forecasting
from ui.forecast.months_part import MonthsPart
from ui.forecast.return_panel import ReturnPanel
from ui.shell import Shell


class TabEntry(NamedTuple):
    """One tab of the page."""

    key: str
    title: Text
    part: QWidget


class PageParts:
    """Makes the parts and puts each under its tab."""

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        self._shell = shell
        self.months = MonthsPart(shell, forecasting)
        self.breaks = BreaksPart(shell, forecasting)
        self.coming = ComingPart(shell, forecasting)
        self.returns = ReturnPanel(shell)
        self.returns.card_requested.connect(shell.navigation.show_card)
        self.returns.written.connect(shell.messages.inform)
        self.entries: tuple[TabEntry, ...] = (
            TabEntry("months", Text("逐月", "Months"), self.months),
            TabEntry("breaks", Text("何时跌破", "What breaks"), self.breaks),
            TabEntry("coming", Text("将要发生", "To come"), self.coming),
            TabEntry("returns", Text("返岗日历", "Return calendar"), self.returns),
        )
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setObjectName("parts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for entry in self.entries:
            self.tabs.setTabData(self.tabs.addTab(""), entry.key)
            self.stack.addWidget(entry.part)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def show_part(self, key: str) -> None:
        """Bring one part into view."""
        self.tabs.setCurrentIndex([entry.key for entry in self.entries].index(key))

    def show_titles(self, counts: dict[str, int]) -> None:
        """Write the titles, with how much stands under those that count."""
        for index, entry in enumerate(self.entries):
            words = self._shell.language.words(entry.title)
            self.tabs.setTabText(index, f"{words} {counts[entry.key]}" if entry.key in counts else words)
