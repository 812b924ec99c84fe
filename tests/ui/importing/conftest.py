"""A messy roster, and the import page in a shell of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.samples import ROSTER_ONLY, messy_roster, write_workbook
from ui.background import Background
from ui.importing.import_page import ImportPage
from ui.language import LanguageSwitch
from ui.messages import MessagePanel
from ui.navigation import Navigation
from ui.open_document import OpenDocument
from ui.settings import Settings
from ui.shell import Shell
from ui.theme import Theme

ON = date(2026, 11, 25)


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("messy") / "花名册.xlsx"
    write_workbook(messy_roster(1), path, style=ROSTER_ONLY)
    return path


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    owner = QWidget()
    qtbot.addWidget(owner)
    settings = Settings(owner)
    language = LanguageSwitch(settings, owner)
    language.choose("zh")
    shell = Shell(
        settings=settings,
        language=language,
        theme=Theme(settings, owner),
        background=Background(owner),
        open_document=OpenDocument(ON, owner),
        navigation=Navigation((), language),
        messages=MessagePanel(language),
    )
    shell.messages.setParent(owner)
    shell.navigation.setParent(owner)
    shell.background.failed.connect(shell.messages.tell)
    yield shell
    shell.background.stop_all()


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> ImportPage:
    page = ImportPage(shell)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page
