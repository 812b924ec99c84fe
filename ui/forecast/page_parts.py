"""The parts of the Forecast page: each stands under its tab, in one place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget

from planner.text import Text
from ui.forecast.breaks_part import BreaksPart
from ui.forecast.coming_part import ComingPart
from ui.forecast.forecasting import Forecasting
from ui.forecast.months_part import MonthsPart
from ui.forecast.return_panel import ReturnPanel
from ui.part_tabs import PartTabs
from ui.shell import Shell

PARTS: Mapping[str, Text] = {
    "months": Text("逐月", "Months"),
    "breaks": Text("何时跌破", "What breaks"),
    "coming": Text("将要发生", "To come"),
    "returns": Text("返岗日历", "Return calendar"),
}


class PageParts:
    """Puts each part under its tab; the return calendar, which no forecast fills, is made when shown."""

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        self._shell = shell
        self.months = MonthsPart(shell, forecasting)
        self.breaks = BreaksPart(shell, forecasting)
        self.coming = ComingPart(shell, forecasting)
        self.tabs, self.stack = PartTabs(PARTS, shell.language), QStackedWidget()
        for part in (self.months, self.breaks, self.coming):
            self.stack.addWidget(part)
        self.tabs.currentChanged.connect(self._show)

    def _show(self, index: int) -> None:
        if index == self.stack.count():
            self.stack.addWidget(ReturnPanel(self._shell))
        self.stack.setCurrentIndex(index)

    def show_part(self, key: str) -> None:
        """Bring one part into view."""
        self.tabs.choose(key)
