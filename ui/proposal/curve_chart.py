"""The trade-off curve as a picture: drawn on another thread and swapped in; a click chooses a point."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette, QPen

from planner.text import Text
from ui.background import Background
from ui.drawn_chart import DrawnChart
from ui.language import LanguageSwitch
from ui.proposal.curve_drawing import CurveOrder, CurvePicture, draw_curve

_LEAST = QSize(220, 150)
_ACROSS = Text("最多交流人数", "transfers at most")
_UP = Text("最少仍缺人数(实心:已证明)", "people short at least (filled: proven)")


class CurveChart(DrawnChart[CurvePicture]):
    """Shows what stays short with every number of transfers."""

    point_chosen = Signal(int)  # transfers

    def __init__(self, language: LanguageSwitch, background: Background) -> None:
        super().__init__(background)
        self._language = language
        self._points: tuple[tuple[int, int, bool], ...] = ()
        self._chosen: int | None = None
        self.setMinimumSize(_LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_points(self, points: tuple[tuple[int, int, bool], ...]) -> None:
        """Show other points: transfers, people short, and whether that is proven."""
        self._points, self._chosen = points, None
        self.redraw()

    def choose(self, transfers: int | None) -> None:
        """Mark a point."""
        self._chosen = transfers
        self.update()

    def drawing(self) -> Callable[[], CurvePicture] | None:
        """Return what draws the curve, None where there is none."""
        if not self._points:
            return None
        say = self._language.words
        return partial(draw_curve, CurveOrder(self.sheet(), self._points, say(_ACROSS), say(_UP)))

    # the widget

    def paint_over(self, painter: QPainter) -> None:
        """Mark the point that is chosen."""
        places = self.picture.places if self.picture is not None else ()
        place = next((x for x, transfers in places if transfers == self._chosen), None)
        if place is not None:
            colour = QColor(self.palette().color(QPalette.ColorRole.Link))
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawLine(round(place), 18, round(place), self.height() - 44)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point nearest to the click."""
        if self.picture is not None and event.button() == Qt.MouseButton.LeftButton:
            x = event.position().x()
            self.point_chosen.emit(min(self.picture.places, key=lambda place: abs(place[0] - x))[1])
