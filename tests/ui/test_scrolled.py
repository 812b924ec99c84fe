"""Parts of pages that scroll where they have too little room."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.scrolled import Squeezed, scrolled


def test_what_can_shrink_does_so_before_anything_is_scrolled(qtbot: QtBot) -> None:
    inside, large = Squeezed(), QPlainTextEdit()
    large.setMinimumHeight(60)
    assert large.sizeHint().height() > 120
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(large)
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(300, 100)
    with qtbot.waitExposed(area):
        area.show()
    assert large.height() == 100
    area.resize(300, 40)
    qtbot.waitUntil(lambda: large.height() == 60)
    assert area.verticalScrollBar().maximum() == 20
