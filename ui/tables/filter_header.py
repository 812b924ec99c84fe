"""The header of a table: a click sorts, the small triangle opens the column's filter."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

BUTTON = 16  # pixels of the filter button at the end of a section


class FilterHeader(QHeaderView):
    """A horizontal header with a filter button in every section; filtered ones show a filled funnel."""

    filter_requested = Signal(int, QPoint)  # section, global place for the menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._filtered: frozenset[int] = frozenset()
        self._sorted = (-1, False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMouseTracking(True)

    def set_filtered(self, sections: Collection[int]) -> None:
        """Mark the sections whose column is filtered."""
        self._filtered = frozenset(sections)
        self.viewport().update()

    def set_sorted(self, section: int, descending: bool) -> None:
        """Mark the section sorted by, -1 for none."""
        self._sorted = (section, descending)
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

    def sizeHint(self) -> QSize:
        """Return the height of one title: all are one line high, and asking every section is slow."""
        return self.sectionSizeFromContents(0) if self.count() else super().sizeHint()

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the size of a title with its filter button."""
        size = super().sectionSizeFromContents(section)
        return QSize(size.width() + BUTTON, size.height() + 6)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the section, its title, and at its end how it is sorted and its filter button."""
        option = self._option(rect, section)
        room = BUTTON + 2 + (BUTTON - 4 if section == self._sorted[0] else 0)
        painter.save()
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        option.rect = rect.adjusted(4, 0, -room, 0)
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        words = self.fontMetrics().elidedText(
            str(title), Qt.TextElideMode.ElideRight, rect.width() - room - 6
        )
        option.text = words
        style.drawControl(QStyle.ControlElement.CE_HeaderLabel, option, painter, self)
        self._paint_marks(painter, rect, section)
        painter.restore()

    def _option(self, rect: QRect, section: int) -> QStyleOptionHeader:
        # Qt's own initStyleOptionForIndex asks every row whether it is selected: too slow with thousands.
        option = QStyleOptionHeader()
        option.initFrom(self)
        option.state |= QStyle.StateFlag.State_Raised | QStyle.StateFlag.State_Horizontal
        option.rect = rect
        option.section = section
        option.orientation = Qt.Orientation.Horizontal
        option.position = QStyleOptionHeader.SectionPosition.Middle
        alignment = Qt.ItemDataRole.TextAlignmentRole
        option.textAlignment = self.model().headerData(section, Qt.Orientation.Horizontal, alignment)
        return option

    def _paint_marks(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x, y = rect.right() - BUTTON / 2 - 1, rect.center().y()
        strong = self.palette().color(QPalette.ColorRole.Highlight)
        filtered = section in self._filtered
        weak = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setBrush(strong if filtered else weak)
        painter.drawPolygon(_funnel(x, y) if filtered else _triangle(x, y))
        sorted_section, descending = self._sorted
        if section == sorted_section:
            painter.setBrush(strong)
            painter.drawPolygon(_arrow(x - BUTTON + 2, y, descending))


def _triangle(x: float, y: float) -> QPolygonF:
    return QPolygonF([QPointF(x - 3.5, y - 1.5), QPointF(x + 3.5, y - 1.5), QPointF(x, y + 2.5)])


def _arrow(x: float, y: float, down: bool) -> QPolygonF:
    tip = 5 if down else -5
    return QPolygonF(
        [QPointF(x - 4, y - tip * 0.4), QPointF(x + 4, y - tip * 0.4), QPointF(x, y + tip * 0.8)]
    )


def _funnel(x: float, y: float) -> QPolygonF:
    points = [(-5, -5), (5, -5), (1.5, 0), (1.5, 5), (-1.5, 3.5), (-1.5, 0)]
    return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points])
