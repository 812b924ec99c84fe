from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.planner.tables.counties import varied
from tests.ui.sessions import Session
from ui.find.find_panel import FindPanel


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def panel(window: QWidget) -> FindPanel:
    session = Session(varied())
    panel = FindPanel(lambda: session.audit.state, lambda: "zh", window)
    panel.open_over(window)
    return panel


def test_typing_a_name_and_enter_goes_to_the_person(panel: FindPanel, qtbot: QtBot) -> None:
    panel.words.setText("赵")
    with qtbot.waitSignal(panel.person_chosen):
        QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert not panel.isVisible()


def test_arrow_keys_choose_among_units_and_people(panel: FindPanel, qtbot: QtBot) -> None:
    panel.words.setText("河口")
    assert panel.list.count() == 1
    with qtbot.waitSignal(panel.unit_chosen):
        QTest.keyClick(panel.words, Qt.Key.Key_Return)
    panel.words.setText("0")
    QTest.keyClick(panel.words, Qt.Key.Key_Down)
    assert panel.list.currentRow() == 1


def test_nothing_found_is_said(panel: FindPanel) -> None:
    panel.words.setText("不存在")
    assert "没有找到" in panel.nothing.text()
