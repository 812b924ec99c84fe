from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.page_room import PageRoom


def test_a_page_that_needs_more_height_is_scrolled_and_one_that_needs_less_fills_the_room(
    qtbot: QtBot,
) -> None:
    page, part = QWidget(), QLabel()
    QVBoxLayout(page).addWidget(part)
    part.setMinimumHeight(100)
    room = PageRoom(page)
    qtbot.addWidget(room)
    room.resize(300, 240)
    with qtbot.waitExposed(room):
        room.show()
    assert page.size() == room.viewport().size()
    assert not room.verticalScrollBar().isVisible()
    part.setMinimumHeight(500)
    qtbot.waitUntil(room.verticalScrollBar().isVisible)
    assert page.height() >= 500
    assert room.minimumSizeHint().height() < 240
    part.setMinimumHeight(100)
    qtbot.waitUntil(lambda: page.size() == room.viewport().size())
    assert not room.verticalScrollBar().isVisible()
