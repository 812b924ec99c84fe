"""The bar per station on the overview: drawn on another thread and swapped in; a bar leads to its station."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.assets import asset
from planner.tables.station_bars import BarKind, not_judged_words, station_bars
from ui.background import Background
from ui.language import LanguageSwitch
from ui.latest import Latest
from ui.marks import Mark, mark_colour
from ui.open_document import OpenDocument
from ui.overview.chart_drawing import Colours, Order, Picture, Spot, draw

_LEAST = QSize(240, 130)
_PAUSE = 60  # milliseconds of quiet before drawing, so that dragging an edge draws once


class StationChart(QWidget):
    """Shows the last picture until the next one is ready; only the newest order is ever drawn."""

    station_chosen = Signal(int)
    drawn = Signal()  # the picture in view is up to date

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, background: Background) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self.kind: BarKind = "community_share"
        self.picture: Picture | None = None
        self._image = QImage()
        self._drawing = Latest(background, self._take, self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._draw)
        self._stale = True
        self.setMinimumSize(_LEAST)
        self.setMouseTracking(True)
        open_document.changed.connect(self.redraw)

    def show_kind(self, kind: BarKind) -> None:
        """Show another figure of the stations."""
        self.kind = kind
        self.redraw()

    def redraw(self) -> None:
        """Draw anew soon; at once when it is next seen if it is hidden."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def order(self) -> Order:
        """Return what is to be drawn now."""
        audit = self._open_document.audit
        bars = tuple(station_bars(audit, self.kind))
        return Order(
            bars=bars,
            percent=self.kind == "community_share",
            not_judged=self._language.words(not_judged_words(audit, self.kind)),
            width=self.width(),
            height=self.height(),
            ratio=self.devicePixelRatioF(),
            colours=self._colours(),
            font_path=str(asset("fonts", "NotoSansSC-Regular.ttf")),
        )

    def _colours(self) -> Colours:
        palette = self.palette()

        def name(role: QPalette.ColorRole) -> str:
            return palette.color(role).name()

        return Colours(
            paper=name(QPalette.ColorRole.Base),
            ink=name(QPalette.ColorRole.Text),
            quiet=name(QPalette.ColorRole.PlaceholderText),
            grid=name(QPalette.ColorRole.Mid),
            met=name(QPalette.ColorRole.Highlight),
            short=mark_colour(Mark.NOT_MET, palette).name(),
            line=mark_colour(Mark.VIOLATION, palette).name(),
        )

    def _draw(self) -> None:
        self._stale = False
        order = self.order()
        self._drawing.order(lambda *_: draw(order))

    def _take(self, picture: Picture) -> None:
        self.picture = picture
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBA8888
        )
        self._image = image.copy()
        self._image.setDevicePixelRatio(picture.ratio)
        self.update()
        if not self._stale:
            self.drawn.emit()

    # the widget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the last picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if not self._image.isNull():
            painter.drawImage(QPoint(0, 0), self._image)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self.redraw()

    def event(self, event: QEvent) -> bool:
        """Draw when first seen, and in the colours of another theme."""
        if event.type() == QEvent.Type.Show and self._stale:
            self._soon.start()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self.redraw()
        return super().event(event)

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
