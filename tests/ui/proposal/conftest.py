"""A Proposal page on a document, with everything a window hands to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.document import Document
from tests.planner.building import TODAY
from tests.ui.proposal.pages import Open
from ui.background import Background
from ui.language import LanguageSwitch
from ui.messages import MessagePanel
from ui.navigation import Navigation
from ui.open_document import OpenDocument
from ui.proposal.proposal_page import ProposalPage
from ui.proposal.questions import Questions
from ui.settings import Settings
from ui.shell import Shell
from ui.theme import Theme


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    settings = Settings()
    language = LanguageSwitch(settings)
    language.choose("zh")
    navigation, messages = Navigation((), language), MessagePanel(language)
    qtbot.addWidget(navigation)
    qtbot.addWidget(messages)
    shell = Shell(
        settings, language, Theme(settings), Background(), OpenDocument(TODAY), navigation, messages
    )
    yield shell
    shell.background.stop_all()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")
    application.setPalette(application.style().standardPalette())


@pytest.fixture
def opened(shell: Shell, qtbot: QtBot) -> Open:
    def build(document: Document, questions: Questions | None = None) -> ProposalPage:
        page = ProposalPage(shell, questions)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        with qtbot.waitExposed(page):
            page.show()
        shell.open_document.open(document, None)
        return page

    return build
