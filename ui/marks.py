"""Status marks: each has a shape and a colour of its own, so that neither alone has to be told apart."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from planner.audit.results import Gravity
from ui.tables.hints import is_dark


class Mark(StrEnum):
    """What a mark says; the first four are the gravities of findings."""

    VIOLATION = "violation"
    NOT_MET = "not_met"
    WARNING = "warning"
    TO_VERIFY = "to_verify"
    MET = "met"
    NO_DATA = "no_data"


OF_GRAVITY = {gravity: Mark(gravity.value) for gravity in Gravity}
# Each reaches 4.5 to 1 on the backgrounds of its theme.
_LIGHT = {
    Mark.VIOLATION: "#b3261e",
    Mark.NOT_MET: "#b54708",
    Mark.WARNING: "#8a6100",
    Mark.TO_VERIFY: "#1d56ad",
    Mark.MET: "#1b7a3d",
    Mark.NO_DATA: "#667085",
}
_DARK = {
    Mark.VIOLATION: "#ff8f87",
    Mark.NOT_MET: "#ffab70",
    Mark.WARNING: "#e8c25c",
    Mark.TO_VERIFY: "#8fb8ff",
    Mark.MET: "#74d492",
    Mark.NO_DATA: "#98a2b3",
}


def mark_colour(mark: Mark, palette: QPalette) -> QColor:
    """Return the colour of a mark, readable as text on the palette's backgrounds."""
    return QColor((_DARK if is_dark(palette) else _LIGHT)[mark])


def mark_icon(mark: Mark, palette: QPalette, size: int = 16) -> QIcon:
    """Return a mark as an icon, sharp on ordinary and on dense screens."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        icon.addPixmap(mark_pixmap(mark, palette, size, ratio))
    return icon


def mark_pixmap(mark: Mark, palette: QPalette, size: int, ratio: float) -> QPixmap:
    """Return a mark drawn `size` logical pixels wide."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    ink = QColor("#ffffff") if not is_dark(palette) else QColor("#14181f")
    _draw(painter, mark, mark_colour(mark, palette), ink)
    painter.end()
    return picture


def _draw(painter: QPainter, mark: Mark, colour: QColor, ink: QColor) -> None:
    """Draw on a field of 16 by 16: octagon !, triangle !, diamond !, circle ?, circle ✓, ring."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark is Mark.NO_DATA:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine))
        painter.drawEllipse(QRectF(3, 3, 10, 10))
        painter.drawLine(QPointF(5.5, 8), QPointF(10.5, 8))
        return
    painter.drawPath(_outline(mark))
    pen = QPen(ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is Mark.MET:
        painter.drawPolyline(QPolygonF([QPointF(4.8, 8.3), QPointF(7.2, 10.7), QPointF(11.4, 5.8)]))
    elif mark is Mark.TO_VERIFY:
        path = QPainterPath(QPointF(5.9, 6.3))
        path.cubicTo(QPointF(6.1, 3.6), QPointF(10.2, 3.8), QPointF(10.0, 6.4))
        path.cubicTo(QPointF(9.9, 7.7), QPointF(8.0, 7.8), QPointF(8.0, 9.3))
        painter.drawPath(path)
        painter.drawPoint(QPointF(8, 11.8))
    else:
        down = 1.0 if mark is Mark.NOT_MET else 0.0
        painter.drawLine(QPointF(8, 4.6 + down), QPointF(8, 8.6 + down * 0.6))
        painter.drawPoint(QPointF(8, 11.4 + down * 0.6))


def _outline(mark: Mark) -> QPainterPath:
    path = QPainterPath()
    corners: dict[Mark, list[tuple[float, float]]] = {
        Mark.VIOLATION: [(5, 1), (11, 1), (15, 5), (15, 11), (11, 15), (5, 15), (1, 11), (1, 5)],
        Mark.NOT_MET: [(8, 1.2), (15.4, 14.4), (0.6, 14.4)],
        Mark.WARNING: [(8, 0.4), (15.6, 8), (8, 15.6), (0.4, 8)],
    }
    if mark in corners:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners[mark]]))
        path.closeSubpath()
    else:
        path.addEllipse(QRectF(1, 1, 14, 14))
    return path
