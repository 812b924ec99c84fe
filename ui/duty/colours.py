"""The colours of the duty grid in the theme in force."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap

from planner.policy.duty_codes import DutyCode
from ui.tables.hints import is_dark

_DARKEST, _RANGE, _MOST_VIVID = 0.19, 0.6, 0.5
ICON = 20  # logical pixels


def code_colour(code: DutyCode, palette: QPalette) -> QColor:
    """Return the colour of a code's cells: as the policy gives it, or as dark as a dark theme needs."""
    colour = QColor(code.colour)
    if not colour.isValid():
        colour = QColor(Qt.GlobalColor.white)
    if not is_dark(palette):
        return colour
    hue, vivid, light = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    return QColor.fromHslF(max(0.0, hue), min(vivid, _MOST_VIVID), _DARKEST + (1 - light) * _RANGE)


def off_colour(palette: QPalette) -> QColor:
    """Return the ground of days on which only those on duty work."""
    return QColor("#2b3140" if is_dark(palette) else "#eef2f9")


def away_colour(palette: QPalette) -> QColor:
    """Return the ground of days on which somebody does not work here."""
    return QColor("#181c23" if is_dark(palette) else "#dfe3ea")


def code_icon(code: DutyCode, palette: QPalette, font: QFont) -> QIcon:
    """Return a code as it looks in the grid: its letter on its colour."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(round(ICON * ratio), round(ICON * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(code_colour(code, palette))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        field = QRectF(0.5, 0.5, ICON - 1, ICON - 1)
        painter.drawRoundedRect(field, 3, 3)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(font)
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, code.letter)
        painter.end()
        icon.addPixmap(picture)
    return icon
