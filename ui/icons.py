"""The line icons of the tool bar, drawn in the colours of the theme in force."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.assets import asset

SIZE = 18  # logical pixels
_RATIOS = (1.0, 2.0)


def line_icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon of `assets/icons` in the colour of words, fainter where it cannot be used."""
    drawing = QSvgRenderer(str(asset("icons", f"{name}.svg")))
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        for ratio in _RATIOS:
            icon.addPixmap(_drawn(drawing, palette.color(group, QPalette.ColorRole.ButtonText), ratio), mode)
    return icon


def _drawn(drawing: QSvgRenderer, colour: QColor, ratio: float) -> QPixmap:
    picture = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(picture.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
