"""A part of a page that scrolls up and down where it has too little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a widget as wide as its place, scrolled where it is higher; Tab leads to what is in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class Squeezed(QWidget):
    """Asks for no more height than its layout needs at least: it is scrolled only where it must be."""

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at least."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1
