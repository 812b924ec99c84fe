from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.errors import InputError
from planner.text import Text
from ui.background import Failed
from ui.language import LanguageSwitch
from ui.messages import MessagePanel
from ui.settings import LANGUAGE, Settings

_SAID = Text("这个文件打不开。", "This file cannot be opened.")


@pytest.fixture
def language() -> LanguageSwitch:
    settings = Settings()
    settings.set(LANGUAGE, "zh")
    return LanguageSwitch(settings)


@pytest.fixture
def panel(qtbot: QtBot, language: LanguageSwitch) -> MessagePanel:
    panel = MessagePanel(language)
    qtbot.addWidget(panel)
    return panel


def test_a_complaint_follows_the_language_and_goes_on_escape(
    panel: MessagePanel, language: LanguageSwitch, qtbot: QtBot
) -> None:
    panel.complain(_SAID)
    assert panel.isVisible()
    language.choose("en")
    assert panel.words.text() == _SAID.en
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_refused_file_is_one_sentence_without_details(panel: MessagePanel) -> None:
    panel.tell(Failed(InputError(_SAID)))
    assert panel.words.text() == _SAID.zh
    assert not panel.details_button.isVisible()
    assert not panel.details.isVisible()


def test_an_error_of_the_program_offers_the_text_to_pass_on(panel: MessagePanel) -> None:
    panel.tell(Failed(ZeroDivisionError("x"), "Traceback: x"))
    assert "意外错误" in panel.words.text()
    assert not panel.details.isVisible()
    panel.details_button.click()
    assert panel.details.isVisible()
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Traceback: x"


def test_the_newest_message_replaces_the_one_before_it(panel: MessagePanel) -> None:
    panel.tell(Failed(ZeroDivisionError("x")))
    panel.details_button.click()
    panel.inform(_SAID)
    assert panel.words.text() == _SAID.zh
    assert not panel.details.isVisible()
    panel.close_button.click()
    assert not panel.isVisible()


def test_a_message_is_overtaken_but_a_fault_of_the_program_stays(panel: MessagePanel) -> None:
    panel.complain(_SAID)
    panel.pass_over()
    assert not panel.isVisible()
    panel.tell(Failed(ZeroDivisionError("x"), "Traceback: x"))
    panel.pass_over()
    assert panel.isVisible()
