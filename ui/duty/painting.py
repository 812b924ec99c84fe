"""How the cells and headers of the duty grid are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.tables.duty_grid import DayHead, GridCell, GridRow
from planner.tables.duty_margins import DayMargin, PersonMargin
from planner.text import Language, Text
from ui.duty.colours import away_colour, code_colour, off_colour
from ui.duty.grid_table import CELL, HEAD, MET, SHARES
from ui.duty.words import day_lacks, weekday
from ui.marks import Mark, mark_colour
from ui.tables.hints import Hint, background

Index = QModelIndex | QPersistentModelIndex
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Role = QPalette.ColorRole
HEAD_HEIGHT = 40
MARGIN_PADDING = 5  # pixels right of a person's counts
_CORNER = 7  # pixels
_ON_LEAVE = Text("假", "L")


class CellPainter(QStyledItemDelegate):
    """Draws one cell of the grid: its letter on its colour, a lock, leave, days not worked here."""

    language: Language = "zh"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = index.data(CELL)
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal, HEAD)
        if not isinstance(cell, GridCell) or not isinstance(head, DayHead):
            return
        rect, palette = option.rect, option.palette
        painter.save()
        _ground(painter, rect, cell, head, palette)
        _letter(painter, rect, cell, palette, _ON_LEAVE.in_language(self.language))
        if cell.locked:
            _padlock(painter, rect, palette)
        if cell.clashes:
            _corner(painter, rect, mark_colour(Mark.VIOLATION, palette))
        if cell.attended is not None and cell.attended.mark is not None:
            _corner(painter, rect, mark_colour(Mark.NOT_MET, palette), right=True)
        if option.state & QStyle.StateFlag.State_Selected:
            tint = QColor(palette.color(_Role.Accent))
            tint.setAlpha(70)
            painter.fillRect(rect, tint)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(_Role.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _ground(painter: QPainter, rect: QRect, cell: GridCell, head: DayHead, palette: QPalette) -> None:
    if not cell.here:
        painter.fillRect(rect, away_colour(palette))
        painter.fillRect(rect, QBrush(palette.color(_Role.Mid), Qt.BrushStyle.BDiagPattern))
    elif cell.code is not None and cell.code.colour.lower() != "#ffffff":
        painter.fillRect(rect, code_colour(cell.code, palette))
    else:
        painter.fillRect(rect, off_colour(palette) if head.off else palette.color(_Role.Base))
    if cell.here and cell.absence is not None:
        painter.fillRect(rect, QBrush(palette.color(_Role.Mid), Qt.BrushStyle.Dense6Pattern))


def _letter(painter: QPainter, rect: QRect, cell: GridCell, palette: QPalette, on_leave: str) -> None:
    words = cell.words
    painter.setPen(palette.color(_Role.Text))
    if cell.locked:
        rect = rect.adjusted(0, 2, -5, 0)
    if not words and cell.absence is not None and cell.here:
        words = on_leave  # never why
        painter.setPen(palette.color(_Role.PlaceholderText))
    elif not words:
        return
    elif not cell.counts:
        painter.setFont(_struck(painter.font()))
    painter.drawText(
        rect, _CENTER, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    )


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck


def _padlock(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = palette.color(_Role.Accent)
    left, top = rect.right() - 6, rect.top() + 2
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(left + 1, top, 3, 5, 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(left, top + 2, 5, 4)


def _corner(painter: QPainter, rect: QRect, colour: QColor, *, right: bool = False) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y = (rect.right() + 1 if right else rect.left()), rect.bottom() + 1
    inward = -_CORNER if right else _CORNER
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + inward, y), QPointF(x, y - _CORNER)]))


class MarginPainter(QStyledItemDelegate):
    """Draws the counts of a margin; what falls short has a ground and bold figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a count."""
        margin, palette = index.data(CELL), option.palette
        short, met = _judged(margin, index)
        painter.save()
        ground = background(Hint.GRAVE, palette) if short else background(Hint.GOOD, palette) if met else None
        painter.fillRect(option.rect, ground or palette.color(_Role.AlternateBase))
        quiet = isinstance(margin, PersonMargin) and index.column() in SHARES and not margin.judged
        painter.setPen(palette.color(_Role.PlaceholderText if quiet else _Role.Text))
        if short:
            painter.setFont(bold(painter.font()))
            painter.setPen(mark_colour(Mark.VIOLATION, palette))
        of_person = isinstance(margin, PersonMargin)  # days are centred under their letters
        place = option.rect.adjusted(0, 0, -MARGIN_PADDING, 0) if of_person else option.rect
        painter.drawText(place, _RIGHT if of_person else _CENTER, str(index.data() or ""))
        painter.restore()


def _judged(margin: object, index: Index) -> tuple[bool, bool]:
    """Return whether a count falls short, and whether it meets what is required."""
    if isinstance(margin, DayMargin):
        return day_lacks(margin)[index.row()], False
    met = index.data(MET)
    return met is False, met is True


def bold(font: QFont) -> QFont:
    """Return a font in bold, as figures that fall short are drawn."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


class DayHeader(QHeaderView):
    """The days over the grid: number and weekday, days off tinted, named days with a bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.language: Language = "zh"
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one day."""
        head = self.model().headerData(section, Qt.Orientation.Horizontal, HEAD)
        if not isinstance(head, DayHead):
            return
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, off_colour(palette) if head.off else palette.color(_Role.Midlight))
        _edges(painter, rect, palette)
        colour = mark_colour(Mark.VIOLATION, palette) if head.off else palette.color(_Role.Text)
        painter.setPen(colour)
        upper, lower = (
            rect.adjusted(0, 2, 0, -rect.height() // 2),
            rect.adjusted(0, rect.height() // 2, 0, -3),
        )
        painter.setFont(bold(painter.font()))
        painter.drawText(upper, _CENTER, str(head.day.day))
        painter.setFont(self.font())
        painter.drawText(lower, _CENTER, weekday(head.day).in_language(self.language))
        if head.name is not None:
            painter.fillRect(rect.left() + 3, rect.bottom() - 2, rect.width() - 6, 2, colour)
        painter.restore()


class NameHeader(QHeaderView):
    """The people beside the grid, always in sight: the name, and the role in quiet words."""

    _PADDING, _GAP = 8, 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.language: Language = "zh"
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def wanted_width(self) -> int:
        """Return the width that shows every name and role."""
        metrics, widest = self.fontMetrics(), 60
        for section in range(self.count()):
            row = self.model().headerData(section, Qt.Orientation.Vertical, HEAD)
            if isinstance(row, GridRow):
                role = row.role.in_language(self.language)
                widest = max(
                    widest, metrics.horizontalAdvance(row.person.name) + metrics.horizontalAdvance(role)
                )
        return widest + 2 * self._PADDING + self._GAP

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one person."""
        row = self.model().headerData(section, Qt.Orientation.Vertical, HEAD)
        if not isinstance(row, GridRow):
            return
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, palette.color(_Role.Midlight))
        _edges(painter, rect, palette)
        inner = rect.adjusted(self._PADDING, 0, -self._PADDING, 0)
        painter.setPen(palette.color(_Role.PlaceholderText))
        painter.drawText(inner, _RIGHT, row.role.in_language(self.language))
        painter.setPen(palette.color(_Role.Text))
        painter.drawText(inner, _LEFT, row.person.name)
        painter.restore()


class TitleHeader(QHeaderView):
    """The names of the lines under the grid, to the right, as wide as the people above."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        painter.save()
        painter.fillRect(rect, self.palette().color(_Role.Midlight))
        _edges(painter, rect, self.palette())
        painter.setPen(self.palette().color(_Role.PlaceholderText))
        words = self.model().headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole)
        painter.drawText(rect.adjusted(4, 0, -8, 0), _RIGHT, str(words))
        painter.restore()


def _edges(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    painter.setPen(palette.color(_Role.Mid))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
