"""A chart drawn on another thread and swapped in: what all such charts have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.assets import asset
from ui.background import Background
from ui.chart_sheet import Colours, Drawn, Sheet
from ui.latest import Latest
from ui.marks import Mark, mark_colour

_PAUSE = 60  # milliseconds of quiet before drawing, so that dragging an edge draws once
_FADED = 0.35  # of the ink, where what is drawn holds no longer


P = TypeVar("P", bound=Drawn)


class DrawnChart(QWidget, Generic[P]):
    """Shows the last picture until the next one is ready; a chart says in `drawing` what it draws."""

    drawn = Signal()  # the picture in view is up to date

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.picture: P | None = None
        self._image = QImage()
        self._faded = False
        self._drawing = Latest(background, self._take, self)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._draw)
        self._stale = True

    def drawing(self) -> Callable[[], P] | None:
        """Return a pure function that draws what is to be seen now; nothing unless a chart says what."""
        return None

    def redraw(self) -> None:
        """Draw anew soon; when it is next seen if it is hidden."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def fade(self, faded: bool) -> None:
        """Say whether what is drawn holds no longer."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def sheet(self) -> Sheet:
        """Return what is drawn on: the room there is, in the colours of the theme in force."""
        font = str(asset("fonts", "NotoSansSC-Regular.ttf"))
        return Sheet(self.width(), self.height(), self.devicePixelRatioF(), self.colours(), font)

    def colours(self) -> Colours:
        """Return the colours of the theme in force."""
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
            good=mark_colour(Mark.MET, palette).name(),
            warning=mark_colour(Mark.WARNING, palette).name(),
        )

    def _draw(self) -> None:
        self._stale = False
        draw = self.drawing()
        if draw is None:
            self._drawing.forget()
            self._image, self.picture = QImage(), None
            self.update()
        else:
            self._drawing.order(lambda *_: draw())

    def _take(self, picture: P) -> None:
        self.picture = picture
        size = (picture.width, picture.height, picture.width * 4)
        self._image = QImage(picture.pixels, *size, QImage.Format.Format_RGBA8888).copy()
        self._image.setDevicePixelRatio(picture.ratio)
        self.update()
        if not self._stale:
            self.drawn.emit()

    # the widget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the last picture, and over it what `paint_over` marks."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if not self._image.isNull():
            painter.setOpacity(_FADED if self._faded else 1.0)
            painter.drawImage(QPoint(0, 0), self._image)
            self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Mark what is chosen in the picture; nothing unless a chart does."""

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
