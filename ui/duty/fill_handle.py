"""The small square at the corner of a selection that is drawn out to fill more cells, as in Excel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

_SIZE = 7  # pixels
Block = tuple[int, int, int, int]  # top, left, bottom, right: lines and days, both ends included


def handle(corner: QRect) -> QRect:
    """Return where the square lies for the last selected cell."""
    return QRect(corner.right() - _SIZE + 2, corner.bottom() - _SIZE + 2, _SIZE, _SIZE)


def is_on(corner: QRect, place: QPoint) -> bool:
    """Return whether a place is on the square, or close enough."""
    return handle(corner).adjusted(-2, -2, 2, 2).contains(place)


def drawn_out(source: Block, row: int, column: int) -> Block:
    """Return the block that a selection is drawn out to: down or up, right or left, whichever is farther."""
    top, left, bottom, right = source
    down, aside = max(row - bottom, top - row, 0), max(column - right, left - column, 0)
    if down >= aside:
        return min(top, row) if row < top else top, left, max(bottom, row), right
    return top, min(left, column) if column < left else left, bottom, max(right, column)


def origin(source: Block, row: int, column: int) -> tuple[int, int]:
    """Return the cell of the source that a cell of the drawn-out block repeats."""
    top, left, bottom, right = source
    height, width = bottom - top + 1, right - left + 1
    return top + (row - top) % height, left + (column - left) % width
