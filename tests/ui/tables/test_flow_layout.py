from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.tables.flow_layout import FlowLayout


def test_widgets_wrap_into_more_lines_where_there_is_less_room(qtbot: QtBot) -> None:
    area = QWidget()
    qtbot.addWidget(area)
    flow = FlowLayout(area)
    for n in range(6):
        button = QToolButton()
        button.setText(f"button {n}")
        flow.addWidget(button)
    one = flow.itemAt(0)
    assert one is not None
    width, height = one.sizeHint().width(), one.sizeHint().height()
    assert flow.heightForWidth(20 * width) == height
    assert flow.heightForWidth(2 * width + 10) > 2 * height
    assert flow.itemAt(6) is None
