"""The header of a table: a click sorts, the small triangle opens the column's filter."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

BUTTON = 16  # pixels of the filter button at the end of a section


class FilterHeader(QHeaderView):
    """A horizontal header with a filter button in every section; filtered ones show a filled funnel."""

    filter_requested = Signal(int, QPoint)  # section, global place for the menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._filtered: frozenset[int] = frozenset()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMouseTracking(True)

    def set_filtered(self, sections: Collection[int]) -> None:
        """Mark the sections whose column is filtered."""
        self._filtered = frozenset(sections)
        self.viewport().update()

    def button(self, section: int) -> QRect:
        """Return where the filter button of a section is, in the viewport."""
        left = self.sectionViewportPosition(section) + self.sectionSize(section) - BUTTON - 2
        return QRect(left, 0, BUTTON, self.height())

    def request_filter(self, section: int) -> None:
        """Ask for the filter of a section, as a click on its button does."""
        corner = self.button(section).bottomLeft()
        self.filter_requested.emit(section, self.viewport().mapToGlobal(corner))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the filter where its button is pressed; otherwise let sections be clicked and dragged."""
        place = event.position().toPoint()
        section = self.logicalIndexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and section >= 0 and self._on_button(section, place):
            self.request_filter(section)
            return
        super().mousePressEvent(event)

    def _on_button(self, section: int, place: QPoint) -> bool:
        # The last pixels of a section belong to the handle that changes its width.
        return self.button(section).adjusted(0, 0, -3, 0).contains(place)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the size of a title with its filter button."""
        size = super().sectionSizeFromContents(section)
        return QSize(size.width() + BUTTON, size.height() + 6)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the section and, over it, its filter button."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if rect.width() < 2 * BUTTON:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filtered = section in self._filtered
        role = QPalette.ColorRole.Highlight if filtered else QPalette.ColorRole.PlaceholderText
        colour = self.palette().color(role)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        x, y = rect.right() - BUTTON / 2 - 2, rect.center().y()
        painter.drawPolygon(_funnel(x, y) if filtered else _triangle(x, y))
        painter.restore()


def _triangle(x: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(x - 3.5, y - 1.5), QPointF(x + 3.5, y - 1.5), QPointF(x, y + 2.5)])


def _funnel(x: float, y: float) -> QPolygonF:
    points = [(-5, -5), (5, -5), (1.5, 0), (1.5, 5), (-1.5, 3.5), (-1.5, 0)]
    return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points])
