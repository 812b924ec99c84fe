from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.windows import Scene
from ui.help import HelpWindow


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def _help(scene: Scene) -> HelpWindow:
    scene.window.actions_["help"].trigger()
    assert scene.window.help is not None
    return scene.window.help


def test_help_opens_in_the_language_in_force_and_follows_it(scene: Scene) -> None:
    window = _help(scene)
    assert window.isVisible()
    chinese = window.page.toPlainText()
    sections = window.sections.count()
    assert "派出所" in chinese
    scene.shell.language.choose("en")
    assert "station" in window.page.toPlainText()
    assert window.windowTitle() == "Help"
    assert window.sections.count() == sections > 3


def test_asking_again_brings_the_same_window_back(scene: Scene) -> None:
    window = _help(scene)
    scene.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert _help(scene) is window
    assert window.isVisible()


def test_words_are_found_one_after_the_other_and_from_the_start_again(scene: Scene) -> None:
    window = _help(scene)
    window.words.setText("派出所")
    first = window.page.textCursor().position()
    assert window.page.textCursor().selectedText() == "派出所"
    QTest.keyClick(window.words, Qt.Key.Key_Return)
    second = window.page.textCursor().position()
    assert second > first
    for _ in range(500):
        QTest.keyClick(window.words, Qt.Key.Key_Return)
        if window.page.textCursor().position() == first:
            break
    assert window.page.textCursor().position() == first


def test_words_that_are_nowhere_are_said_to_be_missing(scene: Scene) -> None:
    window = _help(scene)
    window.words.setText("没有这样的词语")
    assert window.not_found.text() == "没有找到"
    window.words.clear()
    assert window.not_found.text() == ""


def test_a_section_leads_to_its_heading(scene: Scene) -> None:
    window = _help(scene)
    last = window.sections.count() - 1
    window.sections.setCurrentRow(last)
    item = window.sections.item(last)
    assert item is not None
    assert window.page.textCursor().block().text() == item.text()


def test_the_about_box_names_the_program_and_its_licence(scene: Scene) -> None:
    scene.window.actions_["about"].trigger()
    box = scene.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Apache-2.0" in box.text()
    box.close()
