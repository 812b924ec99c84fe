from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import Scene
from ui.parts import go_to_next
from ui.roster.roster_page import RosterPage
from ui.unit_tree import UnitTree


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    scene = Scene(qtbot)
    scene.window.activateWindow()
    qtbot.waitUntil(lambda: scene.window.isActiveWindow())
    return scene


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_one_key_leads_from_a_table_to_every_other_part_and_back(scene: Scene) -> None:
    page = scene.page("roster", RosterPage)
    scene.window.actions_.pages["roster"][0].trigger()
    assert page.view.hasFocus()
    seen: list[type[QWidget]] = []
    for _ in range(3):
        scene.window.actions_["part"].trigger()
        seen.append(type(_focused()))
    assert seen == [UnitTree, QTabBar, QLineEdit]
    assert page.bar.search.hasFocus()


def test_the_officer_card_is_a_part_while_it_is_shown(scene: Scene) -> None:
    scene.page("roster", RosterPage).view.setFocus()
    scene.shell.navigation.show_card(scene.person("李静"))
    scene.window.actions_["part"].trigger()
    assert scene.window.card.isAncestorOf(_focused())


def test_a_hidden_part_is_passed_over(scene: Scene) -> None:
    scene.window.actions_["tree"].trigger()
    scene.page("roster", RosterPage).view.setFocus()
    scene.window.actions_["part"].trigger()
    assert _focused() is scene.shell.navigation.tabs


def test_without_any_part_in_view_the_keyboard_stays(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    before = QApplication.focusWidget()
    go_to_next([hidden])
    assert QApplication.focusWidget() is before


def test_tab_leads_from_the_tabs_through_the_filters_and_actions_to_the_table(scene: Scene) -> None:
    page = scene.page("roster", RosterPage)
    scene.shell.navigation.tabs.setFocus()
    reached: list[QWidget] = []
    while not page.view.hasFocus() and len(reached) < 40:
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        reached.append(_focused())
    assert reached[0] is page.bar.search
    assert {*page.bar.chips.values(), page.bar.columns_button, page.buttons["add"]} <= set(reached)
    assert reached[-1] is page.view
