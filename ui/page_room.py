"""The room of a page: all of it, and scrolled where the page needs more height than there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageRoom(QScrollArea):
    """Gives a page its room and asks for none: a page that grows is scrolled, and the window stays as it is.

    QScrollArea by itself would scroll as soon as a page has less than it prefers.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _fit(self) -> None:
        page, room = self._page, self.maximumViewportSize()
        needed = page.minimumSizeHint().height()
        width = self.viewport().width() if needed > room.height() else room.width()
        page.resize(width, max(room.height(), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the new room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the page more or less height once it needs that."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            self._fit()
        return super().eventFilter(watched, event)
