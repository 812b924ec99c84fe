"""The bar per station on the overview: drawn on another thread and swapped in; a bar leads to its station."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QToolTip

from planner.tables.station_bars import BarKind, not_judged_words, station_bars
from ui.background import Background
from ui.chart_sheet import Colours
from ui.drawn_chart import DrawnChart
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.overview.chart_drawing import Order, Picture, Spot, draw

_LEAST = QSize(240, 130)


class StationChart(DrawnChart[Picture]):
    """Shows one figure of every station."""

    station_chosen = Signal(int)

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, background: Background) -> None:
        super().__init__(background)
        self._open_document, self._language = open_document, language
        self.kind: BarKind = "community_share"
        self.setMinimumSize(_LEAST)
        self.setMouseTracking(True)
        open_document.changed.connect(self.redraw)

    def show_kind(self, kind: BarKind) -> None:
        """Show another figure of the stations."""
        self.kind = kind
        self.redraw()

    def drawing(self) -> Callable[[], Picture]:
        """Return what draws the stations."""
        audit = self._open_document.audit
        order = Order(
            sheet=self.sheet(),
            bars=tuple(station_bars(audit, self.kind)),
            percent=self.kind == "community_share",
            not_judged=self._language.words(not_judged_words(audit, self.kind)),
        )
        return lambda: draw(order)

    def colours(self) -> Colours:
        """Return the colours of the theme in force: a bar has the colour of what is selected."""
        return replace(super().colours(), met=self.palette().color(QPalette.ColorRole.Highlight).name())

    # the widget

    def spot_at(self, x: float) -> Spot | None:
        """Return the bar at a distance from the left edge."""
        spots = self.picture.spots if self.picture is not None else ()
        return next((spot for spot in spots if spot.left <= x < spot.right), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what a bar is."""
        spot = self.spot_at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        if spot is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self._language.words(spot.bar.tip), self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the station."""
        spot = self.spot_at(event.position().x())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.station_chosen.emit(spot.bar.unit)
