"""The answer in one line: which line of the county breaks first, when, and by whom; or that none does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.forecast.breaks import Turn
from planner.forecast.months import Forecast
from planner.forecast.words import break_sentence, together
from planner.text import Text
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel

_HOLDS = Text("{months} 个月内没有指标跌破。", "No line that is met today breaks within {months} months.")
_SHORT = Text(
    "{months} 个月内没有新的跌破;今天就未达标的见“总览”。",
    "No further line breaks within {months} months; what is not met today stands on the Overview.",
)
NO_MONTH = Text(
    "还没有推算出一个月,没有结论;按 F5 重新预测。",
    "Not one month was counted, so there is no answer yet; press F5 to forecast again.",
)
_FIRST = Text("共 {n} 处跌破,最早:{sentence}", "Breaks: {n}. The first: {sentence}")


class Headline(QWidget):
    """One sentence with a mark."""

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._ahead: Forecast | None = None
        self.mark, self.words = PlainLabel(), ElidedLabel()
        self.words.setObjectName("title")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.mark)
        layout.addWidget(self.words, 1)

    def show_forecast(self, ahead: Forecast | None, stale: bool) -> None:
        """Answer for another forecast; a stale one is greyed."""
        self._ahead = ahead
        self.setEnabled(not stale)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        if self._ahead is None:
            self.mark.clear()
            self.words.setText("")
            return
        mark, text = _answer(self._ahead)
        self.mark.setPixmap(mark_pixmap(mark, self.palette(), 16, self.devicePixelRatioF()))
        self.words.setText(self._language.words(text))
        self.words.setToolTip(self.words.text())


def _answer(ahead: Forecast) -> tuple[Mark, Text]:
    breaks = [group for group in together(ahead.breaks) if group[0].turn is Turn.BREAKS]
    if breaks:
        return Mark.NOT_MET, _FIRST.format(n=len(breaks), sentence=break_sentence(breaks[0]))
    if not ahead.months:
        return Mark.NO_DATA, NO_MONTH
    if ahead.complies:
        return Mark.MET, _HOLDS.format(months=len(ahead.months))
    return Mark.WARNING, _SHORT.format(months=len(ahead.months))
