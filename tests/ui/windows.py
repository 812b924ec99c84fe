"""The real window in tests: opened on a small county, saved or not, and closed without a question."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.postings import correct_home_unit
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from ui.main_window import MainWindow
from ui.settings import LANGUAGE, Settings

W = TypeVar("W", bound=QWidget)


def leave(window: QWidget) -> None:
    """Let a window close although something in it is unsaved, and take its colours off the application.

    Its style sheet stays on: Qt may crash when one is taken off between two windows of one process.
    """
    assert isinstance(window, MainWindow)
    window.shell.open_document.undo_stack.setClean()
    QApplication.setPalette(QPalette())


class Scene:
    """A window of 1200 by 760 on a county, in Chinese."""

    def __init__(
        self, qtbot: QtBot, document: Document | None = None, on: date = TODAY, language: str = "zh"
    ) -> None:
        self.qtbot = qtbot
        settings = Settings()
        settings.set(LANGUAGE, language)
        self.window = MainWindow(settings, on)
        self.shell = self.window.shell
        self.document = self.shell.open_document
        qtbot.addWidget(self.window, before_close_func=leave)
        self.document.open(document or varied(), None)
        self.window.resize(1200, 760)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def person(self, name: str) -> int:
        return next(p.id for p in self.document.document.county.people.values() if p.name == name)

    def unit(self, name: str) -> int:
        return next(u.id for u in self.document.document.county.units.values() if u.name == name)

    def edit(self) -> None:
        """Make one undoable edit that changes no figure."""
        person, unit = self.person("周明"), self.unit("城关派出所")
        self.document.apply(
            Text("修改单位", "Change Unit"), lambda d: correct_home_unit(d, [person], unit, TODAY)
        )

    def settle(self) -> None:
        """Wait until no work runs in the background, and every scenario is at hand."""
        branches, base = self.document.branches, self.document.base
        self.qtbot.waitUntil(lambda: all(branches.audit(id_) is not None for id_ in base.scenarios))
        self.qtbot.waitUntil(lambda: not self.shell.background.busy)

    def page(self, key: str, kind: type[W]) -> W:
        """Show a page and return it."""
        page = self.shell.navigation.show_page(key)
        assert isinstance(page, kind)
        return page
