"""The trade-off curve as a picture: drawn on another thread and swapped in; a click chooses a point."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.assets import asset
from planner.text import Text
from ui.background import Background
from ui.language import LanguageSwitch
from ui.latest import Latest
from ui.marks import Mark, mark_colour
from ui.overview.chart_drawing import Colours
from ui.proposal.curve_drawing import CurveOrder, CurvePicture, draw_curve

_LEAST = QSize(220, 150)
_PAUSE = 60  # milliseconds of quiet before drawing, so that dragging an edge draws once
_ACROSS = Text("最多交流人数", "transfers at most")
_UP = Text("最少仍缺人数(实心:已证明)", "people short at least (filled: proven)")


class CurveChart(QWidget):
    """Shows the last picture until the next one is ready; only the newest order is ever drawn."""

    point_chosen = Signal(int)  # transfers
    drawn = Signal()

    def __init__(self, language: LanguageSwitch, background: Background) -> None:
        super().__init__()
        self._language = language
        self._points: tuple[tuple[int, int, bool], ...] = ()
        self._chosen: int | None = None
        self.picture: CurvePicture | None = None
        self._image = QImage()
        self._drawing = Latest(background, self._take, self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._draw)
        self._stale = True
        self.setMinimumSize(_LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_points(self, points: tuple[tuple[int, int, bool], ...]) -> None:
        """Show other points: transfers, people short, and whether that is proven."""
        self._points, self._chosen = points, None
        if not points:
            self._image, self.picture = QImage(), None
            self.update()
        self.redraw()

    def choose(self, transfers: int | None) -> None:
        """Mark a point."""
        self._chosen = transfers
        self.update()

    def redraw(self) -> None:
        """Draw anew soon; when it is next seen if it is hidden."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _colours(self) -> Colours:
        palette = self.palette()

        def name(role: QPalette.ColorRole) -> str:
            return palette.color(role).name()

        return Colours(
            paper=name(QPalette.ColorRole.Base),
            ink=name(QPalette.ColorRole.Text),
            quiet=name(QPalette.ColorRole.PlaceholderText),
            grid=name(QPalette.ColorRole.Mid),
            met=name(QPalette.ColorRole.Link),
            short=mark_colour(Mark.NOT_MET, palette).name(),
            line=mark_colour(Mark.VIOLATION, palette).name(),
        )

    def _draw(self) -> None:
        self._stale = False
        if not self._points:
            return
        say = self._language.words
        order = CurveOrder(
            self._points,
            say(_ACROSS),
            say(_UP),
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            self._colours(),
            str(asset("fonts", "NotoSansSC-Regular.ttf")),
        )
        self._drawing.order(lambda *_: draw_curve(order))

    def _take(self, picture: CurvePicture) -> None:
        self.picture = picture
        size = (picture.width, picture.height, picture.width * 4)
        self._image = QImage(picture.pixels, *size, QImage.Format.Format_RGBA8888).copy()
        self._image.setDevicePixelRatio(picture.ratio)
        self.update()
        if not self._stale:
            self.drawn.emit()

    # the widget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the last picture, and over it which point is chosen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if not self._image.isNull():
            painter.drawImage(QPoint(0, 0), self._image)
        place = self._place()
        if place is not None:
            colour = QColor(self.palette().color(QPalette.ColorRole.Link))
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawLine(round(place), 18, round(place), self.height() - 44)
        painter.end()

    def _place(self) -> float | None:
        places = self.picture.places if self.picture is not None else ()
        return next((x for x, transfers in places if transfers == self._chosen), None)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point nearest to the click."""
        if self.picture is not None and event.button() == Qt.MouseButton.LeftButton:
            x = event.position().x()
            self.point_chosen.emit(min(self.picture.places, key=lambda place: abs(place[0] - x))[1])
