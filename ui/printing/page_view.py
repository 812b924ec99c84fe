"""The pages of a paper, one below the other, with zoom."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QStyle

from planner.reports.pictures import Pages
from ui.background import Background
from ui.printing.page_pictures import PagePictures

_STEP = 1.2
_LEAST, _MOST = 0.25, 5.0
_GAP = 10  # around and between the pages
_LINE = 40  # pixels of one step of the wheel or an arrow key
_MOST_PPI = 300.0  # a page is then 35 MB; larger pages are enlarged pictures
_POINTS = 72  # in an inch
_NARROWER = 5  # pixels that a picture may lack; its edge is white like the paper


class _Fit(Enum):
    PAGE = auto()
    WIDTH = auto()
    FREE = auto()


class PageView(QAbstractScrollArea):
    """Shows the pages of a PDF as pictures, drawn in the background as exactly as the screen shows them."""

    shown_changed = Signal()  # the pages, the page in view, or the zoom

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.pictures = PagePictures(background, self)
        self.scale = 1.0  # how large the pages are shown; 1 is the size of the paper
        self.page = 1  # the one in view
        self._fit = _Fit.PAGE
        self._sheet = QSize()  # of one page, in pixels of the window
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.pictures.drawn.connect(self.viewport().update)

    def show_pdf(self, pdf: bytes) -> None:
        """Show other pages, from the first."""
        self._turn_to(Pages(pdf))

    def clear(self) -> None:
        """Show nothing."""
        if self.pages is not None:
            self._turn_to(None)

    def _turn_to(self, pages: Pages | None) -> None:
        self.pages, self.page = pages, 1
        self.pictures.turn_to(pages)
        self.verticalScrollBar().setValue(0)
        self._arrange()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self.pages.count if self.pages is not None else 0

    def go_to(self, page: int) -> None:
        """Bring a page into view, from 1."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue((page - 1) * self._stride)
            self.page = page  # also where the last pages are too small to be scrolled to
            self._look()

    # zoom

    def fit_page(self) -> None:
        """Show a whole page."""
        self._zoom_to(_Fit.PAGE)

    def fit_width(self) -> None:
        """Show a page as wide as there is room."""
        self._zoom_to(_Fit.WIDTH)

    def zoom(self, steps: int) -> None:
        """Show the pages larger or smaller."""
        self._zoom_to(_Fit.FREE, max(_LEAST, min(self.scale * _STEP**steps, _MOST)))

    def _zoom_to(self, fit: _Fit, scale: float | None = None) -> None:
        self._fit = fit
        self._arrange(scale)

    def _fitting(self, pages: Pages) -> float:
        if self._fit is _Fit.FREE:
            return self.scale
        # Room is counted as if the scroll bar were there: it must not come and go with what it changes.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room, dots = self.maximumViewportSize(), self.logicalDpiX() / _POINTS
        wide = (room.width() - bar - 2 * _GAP) / (pages.width * dots)
        tall = (room.height() - 2 * _GAP) / (pages.height * dots)
        return max(_LEAST / 2, wide if self._fit is _Fit.WIDTH else min(wide, tall))

    def _arrange(self, scale: float | None = None) -> None:
        """Give the pages their size; what is in the middle stays there."""
        pages, page = self.pages, self.page
        middle = self._middle
        if pages is None:
            self._sheet = QSize()
        else:
            self.scale = scale or self._fitting(pages)
            dots = self.scale * self.logicalDpiX() / _POINTS
            self._sheet = QSize(int(pages.width * dots), int(pages.height * dots))
        self._set_bars()
        self._put_in_the_middle(page, middle)
        if self._fit is _Fit.PAGE:
            self.go_to(page)
        self._look()

    def _set_bars(self) -> None:
        high = _GAP + self.page_count * self._stride
        wide = self._sheet.width() + 2 * _GAP
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, whole - seen))

    # places

    @property
    def _stride(self) -> int:
        """How far it is from one page to the next."""
        return self._sheet.height() + _GAP

    def _place(self, page: int) -> QRect:
        """Return where a page, counted from 0, stands in the viewport."""
        left = max(_GAP, (self.viewport().width() - self._sheet.width()) // 2)
        top = _GAP + page * self._stride
        at = QRect(0, 0, self._sheet.width(), self._sheet.height())
        at.moveTo(left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value())
        return at

    @property
    def _middle(self) -> QPointF:
        """The middle of the viewport as a part of the page in view."""
        if self._sheet.isEmpty():
            return QPointF(0.5, 0)
        at, middle = self._place(self.page - 1), self.viewport().rect().center()
        x, y = (middle.x() - at.left()) / at.width(), (middle.y() - at.top()) / at.height()
        return QPointF(x, max(0.0, min(y, 1.0)))

    def _put_in_the_middle(self, page: int, part: QPointF) -> None:
        at, middle = self._place(page - 1), self.viewport().rect().center()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(at.left() + part.x() * at.width() - middle.x()))
        down.setValue(down.value() + round(at.top() + part.y() * at.height() - middle.y()))

    def _in_view(self) -> list[int]:
        seen = self.viewport().rect()
        return [page for page in range(self.page_count) if self._place(page).intersects(seen)]

    def _look(self) -> None:
        """Have what is in view drawn, then its neighbours."""
        seen = self._in_view()
        if self.pages is not None and seen:
            near = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.page_count]
            across = self._sheet.width() * self.devicePixelRatioF()
            self.pictures.want([*seen, *near], min(_MOST_PPI, across * _POINTS / self.pages.width))
        self.viewport().update()
        self.shown_changed.emit()

    # events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        middle = self.viewport().height() // 2 + self.verticalScrollBar().value() - _GAP
        self.page = max(1, min(middle // self._stride + 1, self.page_count))
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Draw anew for another screen."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages by keys; where a page is taller than the room, PgUp and PgDn go by the room."""
        keys = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self.page_count}
        if self._sheet.height() <= self.viewport().height():
            keys |= {Qt.Key.Key_PageUp: self.page - 1, Qt.Key.Key_PageDown: self.page + 1}
        key = Qt.Key(event.key())
        if key not in keys:
            super().keyPressEvent(event)
            return
        self.go_to(keys[key])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is drawn so far, scaled until it is drawn at the size in force."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self.palette().color(QPalette.ColorRole.Dark))
        for page in self._in_view():
            at = self._place(page)
            painter.fillRect(at, QColor(Qt.GlobalColor.white))
            picture = self.pictures.of(page)
            if picture is None:
                continue
            ratio = self.devicePixelRatioF()
            if -1 < at.width() * ratio - picture.width() < _NARROWER:
                _paint_exactly(painter, at.topLeft(), picture, ratio)
            else:
                painter.drawImage(QRectF(at), picture)


def _paint_exactly(painter: QPainter, at: QPoint, picture: QImage, ratio: float) -> None:
    """Paint pixel for pixel: the smallest rescaling would cut a row out of the words."""
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.drawImage(QPoint(round(at.x() * ratio), round(at.y() * ratio)), picture)
    painter.restore()
