from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget
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


def test_widgets_of_a_line_stand_in_its_middle_and_none_is_wider_than_the_line(qtbot: QtBot) -> None:
    area = QWidget()
    qtbot.addWidget(area)
    flow, low, high, wide = FlowLayout(area), QLabel("low"), QToolButton(), QComboBox()
    high.setFixedHeight(60)
    wide.addItem("a scenario with a name " * 9)
    wide.setMinimumWidth(80)
    for widget in (low, high, wide):
        flow.addWidget(widget)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    assert low.geometry().center().y() in (high.geometry().center().y() - 1, high.geometry().center().y())
    assert wide.width() == 300
    assert wide.y() > high.y()
