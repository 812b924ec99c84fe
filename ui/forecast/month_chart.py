"""The months of a forecast as a picture: shares against the line, or chances; a click chooses a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.policy.settings import RULES
from planner.tables.forecast_curves import Band, Shares
from planner.text import Text
from ui.background import Background
from ui.drawn_chart import DrawnChart
from ui.forecast.month_drawing import MonthOrder, MonthPicture, draw_months
from ui.language import LanguageSwitch

_LEAST = QSize(300, 150)
_CURVE = Text("{rule}·{ledger}", "{rule}, {ledger}")
_NAMES = {
    "required": Text("要求", "required"),
    "breaks": Text("跌破", "breaks"),
    "heals": Text("恢复", "heals"),
    "lapses": Text("不再评价", "judged no longer"),
    "others": Text("其他指标跌破", "another line breaks"),
}


class MonthChart(DrawnChart[MonthPicture]):
    """Shows one curve per share and ledger, or one band per line; hovering says what stands in the table."""

    month_chosen = Signal(int)  # the day, as a number of the calendar

    def __init__(self, language: LanguageSwitch, background: Background) -> None:
        super().__init__(background)
        self._language = language
        self._days: tuple[date, ...] = ()
        self._shares: Shares | None = None
        self._bands: tuple[Band, ...] = ()
        self._chosen: int | None = None
        self.tip_of: Callable[[int], str] | None = None
        self.setMinimumSize(_LEAST)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_shares(self, days: tuple[date, ...], shares: Shares) -> None:
        """Show the shares of some days."""
        self._days, self._shares, self._bands = days, shares, ()
        self.redraw()

    def show_bands(self, days: tuple[date, ...], bands: tuple[Band, ...]) -> None:
        """Show the chances on some days; none leaves the axes empty."""
        self._days, self._shares, self._bands = days, None, bands
        self.redraw()

    def choose(self, day: int | None) -> None:
        """Mark a day."""
        self._chosen = day
        self.update()

    def drawing(self) -> Callable[[], MonthPicture] | None:
        """Return what draws the months, None where there are none."""
        if not self._days or (self._shares is None and not self._bands):
            return None
        order = MonthOrder(self.sheet(), self._days, self._shares, self._bands, self._names())
        return partial(draw_months, order)

    def _names(self) -> dict[object, str]:
        say = self._language.words
        names: dict[object, str] = {key: say(text) for key, text in _NAMES.items()}
        for rule, title in RULES.items():
            names[rule] = say(title)
            for ledger in Ledger:
                names[rule, ledger] = say(_CURVE.format(rule=title, ledger=LEDGER_NAMES[ledger]))
        return names

    # the widget

    def paint_over(self, painter: QPainter) -> None:
        """Mark the day that is chosen."""
        picture = self.picture
        places = picture.places if picture is not None else ()
        across = next((x for x, day in places if day.toordinal() == self._chosen), None)
        if picture is not None and across is not None:
            painter.setPen(QPen(QColor(self.palette().color(self.foregroundRole())), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(across, picture.top), QPointF(across, picture.bottom))

    def day_at(self, x: float) -> int | None:
        """Return the day nearest to a distance from the left edge."""
        if self.picture is None or not self.picture.places:
            return None
        return min(self.picture.places, key=lambda place: abs(place[0] - x))[1].toordinal()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the figures of a month are."""
        day = self.day_at(event.position().x())
        if day is not None and self.tip_of is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip_of(day), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month nearest to the click."""
        day = self.day_at(event.position().x())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.month_chosen.emit(day)
