"""The charts of a comparison: every option a line, over the months or over the transfers allowed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize

from planner.audit.ledgers import Ledger
from planner.comparison.options import Comparison
from planner.text import Text
from ui.background import Background
from ui.chart_sheet import Drawn
from ui.drawn_chart import DrawnChart
from ui.language import LanguageSwitch
from ui.scenarios.comparison_drawing import OptionCurve, OptionsOrder, draw_options
from ui.tables.hints import is_dark

_LEAST = QSize(300, 180)
_TRANSFERS = Text("最多交流人数", "transfers at most")
_SHORT = Text("最少仍缺人数", "people short at least")
_REQUIRED = Text("要求", "required")


class ComparisonChart(DrawnChart[Drawn]):
    """Shows one chart of the comparison in view; empty where nothing of it is known."""

    def __init__(self, language: LanguageSwitch, background: Background) -> None:
        super().__init__(background)
        self._language = language
        self._curves: list[tuple[str, Text, tuple[tuple[float, float], ...]]] = []
        self._required: tuple[float, ...] = ()
        self._days = True
        self._up = _SHORT
        self.setMinimumSize(_LEAST)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self._curves

    def clear(self) -> None:
        """Show nothing."""
        self._curves = []
        self.redraw()

    def show_months(self, comparison: Comparison, rule: str, ledger: Ledger, title: Text) -> None:
        """Show one share of every option over the months."""
        self._curves, needed = [], set[float]()
        for option in comparison.options:
            targets = [(month.date, month.targets.get((rule, ledger))) for month in option.months or ()]
            points = tuple(
                (float(day.toordinal()), 100 * t.numerator / t.denominator)
                for day, t in targets
                if t is not None and t.denominator
            )
            if points:
                self._curves.append((option.letter, option.name, points))
                share = option.audit.state.policy.share(f"{rule}.required")
                needed.add(100 * share.numerator / share.denominator)
        self._required, self._days, self._up = tuple(sorted(needed)), True, title
        self.redraw()

    def show_curves(self, comparison: Comparison) -> None:
        """Show what stays short with so many transfers, of every option."""
        self._curves = [
            (option.letter, option.name, tuple((float(p.transfers), float(p.total)) for p in option.curve))
            for option in comparison.options
            if option.curve
        ]
        self._required, self._days, self._up = (), False, _SHORT
        self.redraw()

    def drawing(self) -> Callable[[], Drawn] | None:
        """Return what draws the lines, None where there are none."""
        if self.is_empty:
            return None
        say = self._language.words
        order = OptionsOrder(
            self.sheet(),
            tuple(OptionCurve(letter, say(name), points) for letter, name, points in self._curves),
            self._required,
            self._days,
            "" if self._days else say(_TRANSFERS),
            say(self._up),
            say(_REQUIRED),
            is_dark(self.palette()),
        )
        return partial(draw_options, order)
