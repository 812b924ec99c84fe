"""The county's shares after every month of a return calendar, as a chart drawn off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize

from planner.audit.ledgers import Ledger
from planner.policy.settings import RULES
from planner.returns.records import ReturnCalendar
from planner.tables.returning import month_shares
from planner.text import Text
from ui.background import Background
from ui.drawn_chart import DrawnChart
from ui.forecast.month_drawing import MonthOrder, MonthPicture, draw_months
from ui.language import LanguageSwitch

_LEAST = QSize(230, 130)
_REQUIRED = Text("要求", "required")


class ReturnChart(DrawnChart[MonthPicture]):
    """Shows the shares of the last calendar it was given."""

    def __init__(self, background: Background, language: LanguageSwitch) -> None:
        super().__init__(background)
        self._language = language
        self._calendar: ReturnCalendar | None = None
        self.setMinimumSize(_LEAST)

    def show_calendar(self, calendar: ReturnCalendar | None) -> None:
        """Show another calendar, or none."""
        self._calendar = calendar
        self.redraw()

    def drawing(self) -> Callable[[], MonthPicture] | None:
        """Return a function that draws the calendar."""
        if self._calendar is None:
            return None
        shares = month_shares(self._calendar)
        if not shares.curves:
            return None
        say = self._language.words
        names: dict[object, str] = {(rule, Ledger.PRESENT): say(words) for rule, words in RULES.items()}
        names["required"] = say(_REQUIRED)
        days = tuple(day for day, _ in shares.curves[0].points)
        return partial(draw_months, MonthOrder(self.sheet(), days, shares, (), names))
