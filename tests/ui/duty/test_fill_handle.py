from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from ui.duty.fill_handle import Block, drawn_out, handle, is_on, origin


@pytest.mark.parametrize(
    ("row", "column", "block"),
    [
        (5, 3, (1, 2, 5, 3)),
        (0, 3, (0, 2, 2, 3)),
        (2, 9, (1, 2, 2, 9)),
        (2, 0, (1, 0, 2, 3)),
        (2, 3, (1, 2, 2, 3)),
        (4, 9, (1, 2, 2, 9)),
    ],
)
def test_a_selection_is_drawn_out_the_farther_way(row: int, column: int, block: Block) -> None:
    assert drawn_out((1, 2, 2, 3), row, column) == block


def test_a_block_repeats_itself_in_all_directions() -> None:
    source = (1, 2, 2, 4)
    assert origin(source, 3, 2) == (1, 2)
    assert origin(source, 0, 4) == (2, 4)
    assert origin(source, 1, 6) == (1, 3)
    assert origin(source, 1, 1) == (1, 4)


def test_the_square_is_taken_hold_of_at_the_corner_only() -> None:
    corner = QRect(100, 50, 24, 24)
    assert is_on(corner, handle(corner).center())
    assert not is_on(corner, QPoint(102, 52))
